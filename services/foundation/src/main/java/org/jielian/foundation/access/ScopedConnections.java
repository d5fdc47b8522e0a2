package org.jielian.foundation.access;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Gives every connection, whenever it is taken from the pool, the scope of the person it will work for. Row-level security compares
 * rows with it; work in nobody's name gets the empty scope, which matches nothing.
 */
@Singleton
@Unremovable
class ScopedConnections implements AgroalPoolInterceptor {
    static final String EVERYTHING = "/";

    @Inject
    Person person;

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            boolean someone = Arc.container().requestContext().isActive();
            if (someone && person.node() != null) scopeOfNode(connection, person.node());
            else scope(connection, someone && person.isOperator() ? EVERYTHING : "");
        } catch (SQLException e) {
            throw new IllegalStateException("the connection could not be given its scope", e);
        }
    }

    private static void scope(Connection connection, String scope) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('jielian.scope', ?, false)")) {
            set.setString(1, scope);
            set.execute();
        }
    }

    private static void scopeOfNode(Connection connection, String node) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(
                "select set_config('jielian.scope', coalesce((select path from node_path where code = ?), ''), false)")) {
            set.setString(1, node);
            set.execute();
        }
    }
}
