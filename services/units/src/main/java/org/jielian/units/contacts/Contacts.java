package org.jielian.units.contacts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jielian.foundation.access.Person;

/** The table of contacts. */
@Singleton
class Contacts {
    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Person person;

    /** A contact and which version of it this is. */
    record Kept(long version, Contact contact) {
        static final Kept NOTHING = new Kept(0, Contact.NONE);
    }

    Kept find(String node) {
        List<?> rows = em.createNativeQuery("select version, person, email, phone from contact where node_code = ?1")
                .setParameter(1, node)
                .getResultList();
        if (rows.isEmpty()) return Kept.NOTHING;
        Object[] r = (Object[]) rows.get(0);
        return new Kept(((Number) r[0]).longValue(), new Contact((String) r[1], (String) r[2], (String) r[3]));
    }

    /** Replaces that very version; {@code false} if somebody was faster. */
    boolean replace(String node, Kept before, Contact contact) {
        return em.createNativeQuery("""
                        insert into contact (node_code, version, person, email, phone, changed_at, changed_by)
                        values (:node, :version + 1, cast(:person as text), cast(:email as text), cast(:phone as text), :now, :who)
                        on conflict (node_code) do update set version = excluded.version, person = excluded.person,
                            email = excluded.email, phone = excluded.phone, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by
                        where contact.version = :version""")
                        .setParameter("node", node)
                        .setParameter("version", before.version())
                        .setParameter("person", contact.person())
                        .setParameter("email", contact.email())
                        .setParameter("phone", contact.phone())
                        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter("who", person.name())
                        .executeUpdate()
                == 1;
    }
}
