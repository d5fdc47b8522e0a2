package org.jielian.foundation.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * In whose name the present work is done: the person who called, the person whose file is being imported, or the system itself.
 * Whoever has no node and is neither operator nor system sees nothing.
 */
@RequestScoped
public class Person {
    /** The role that may load data on behalf of any node. */
    public static final String OPERATOR = "operator";

    @Inject
    SecurityIdentity identity;

    private Identity assumed;

    /**
     * Who somebody is, apart from how that became known.
     *
     * @param name user name
     * @param node region or unit code the person belongs to; {@code null} for the operator and the system
     * @param roles what the person may do at its node
     */
    public record Identity(String name, String node, Set<String> roles) {
        static final Identity SYSTEM = new Identity("system", null, Set.of(OPERATOR));
    }

    /** Name, node and roles together, to be kept for work that goes on after the call. */
    public Identity identity() {
        if (assumed != null) return assumed;
        if (identity.isAnonymous()) return new Identity("anonymous", null, Set.of());
        String node = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("node") : null;
        return new Identity(identity.getPrincipal().getName(), node, identity.getRoles());
    }

    public String name() {
        return identity().name();
    }

    /** Region or unit code; {@code null} for the operator, the system and strangers. */
    public String node() {
        return identity().node();
    }

    public Set<String> roles() {
        return identity().roles();
    }

    public boolean has(String role) {
        return roles().contains(role);
    }

    public boolean isOperator() {
        return node() == null && has(OPERATOR);
    }

    /** From here on, until {@link #assume} is called again, work is done in this name; {@code null} goes back to the caller's own. */
    void assume(Identity other) {
        assumed = other;
    }

    Identity assumed() {
        return assumed;
    }
}
