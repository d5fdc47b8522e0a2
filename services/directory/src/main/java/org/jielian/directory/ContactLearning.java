package org.jielian.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.jielian.contracts.ContactState;

/** Keeps the newest of every contact. */
@Singleton
class ContactLearning {
    @Inject
    EntityManager em;

    void learn(List<ContactState> contacts) {
        if (contacts.isEmpty()) return;
        em.unwrap(Session.class).doWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into known_contact (node_code, version, person, email, phone)
                    select * from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                    on conflict (node_code) do update set version = excluded.version, person = excluded.person,
                        email = excluded.email, phone = excluded.phone
                    where known_contact.version < excluded.version""")) {
                upsert.setArray(1, connection.createArrayOf("text", column(contacts, ContactState::nodeCode)));
                upsert.setArray(2, connection.createArrayOf("bigint", column(contacts, ContactState::version)));
                upsert.setArray(3, connection.createArrayOf("text", column(contacts, ContactState::person)));
                upsert.setArray(4, connection.createArrayOf("text", column(contacts, ContactState::email)));
                upsert.setArray(5, connection.createArrayOf("text", column(contacts, ContactState::phone)));
                upsert.executeUpdate();
            }
        });
    }

    private static Object[] column(List<ContactState> contacts, Function<ContactState, Object> value) {
        return contacts.stream().map(value).toArray();
    }
}
