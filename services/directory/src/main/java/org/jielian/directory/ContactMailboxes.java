package org.jielian.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jielian.foundation.notices.Mailboxes;

/** Mail goes to the addresses of the contacts. */
@Singleton
class ContactMailboxes implements Mailboxes {
    @Inject
    EntityManager em;

    @Override
    public Map<String, String> of(Collection<String> nodes) {
        Map<String, String> addresses = new HashMap<>();
        if (nodes.isEmpty()) return addresses;
        for (Object row : em.createNativeQuery(
                        "select node_code, email from known_contact where node_code in (:nodes) and email is not null")
                .setParameter("nodes", nodes)
                .getResultList()) {
            Object[] r = (Object[]) row;
            addresses.put((String) r[0], (String) r[1]);
        }
        return addresses;
    }
}
