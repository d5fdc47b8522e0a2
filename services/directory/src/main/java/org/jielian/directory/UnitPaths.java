package org.jielian.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where units stand: at the end of the path of the region that administers them. */
@Singleton
class UnitPaths {
    @Inject
    EntityManager em;

    /** Brings all paths up to date; the codes of units that moved. */
    @SuppressWarnings("unchecked")
    Set<String> rebuild() {
        List<String> moved = em.createNativeQuery("""
                        update known_unit u set path = r.path || u.code || '/' from known_region r
                        where r.code = u.region_code and u.path is distinct from r.path || u.code || '/'
                        returning u.code""").getResultList();
        // what was done to a unit stays visible to whoever administers it now
        em.createNativeQuery("""
                        update audit_entry a set path = u.path from known_unit u join node_path n on n.code = u.code
                        where n.path <> u.path and a.path = n.path""").executeUpdate();
        em.createNativeQuery("""
                        insert into node_path (code, path, kind) select code, path, 'UNIT' from known_unit where path is not null
                        on conflict (code) do update set path = excluded.path where node_path.path <> excluded.path""").executeUpdate();
        return new HashSet<>(moved);
    }
}
