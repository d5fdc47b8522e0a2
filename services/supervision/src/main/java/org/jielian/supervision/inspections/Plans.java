package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.supervision.inspections.InspectionPlan.Drawn;

/** Plans as they are kept. */
@Singleton
class Plans {
    private static final String SELECT = """
            select p.id, p.region_code, r.name as region_name, p.kind, p.name, p.standard_code, p.year, cast(p.from_day as text),
                cast(p.to_day as text), p.inspecting, c.name as inspecting_name, p.seed, p.algorithm, p.units_in_hat, p.units_wanted,
                p.inspectors_in_hat, p.inspectors_wanted, p.reason, p.created_at, p.created_by,
                (select count(*) from inspection i where i.plan_id = p.id),
                (select count(*) from inspection i where i.plan_id = p.id and i.status in ('CLOSED', 'RECTIFIED', 'CANCELLED')),
                (select coalesce(sum(i.problems), 0) from inspection i where i.plan_id = p.id)
            from inspection_plan p left join known_region r on r.code = p.region_code left join known_region c on c.code = p.inspecting
            """;

    @Inject
    EntityManager em;

    @Inject
    Bodies bodies;

    @Inject
    AuditTrail audit;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    void add(UUID id, PlanningInspections.Asked a, String inspecting, Drawn drawn, String path) {
        em.createNativeQuery("""
                        insert into inspection_plan (id, region_code, kind, name, standard_code, year, from_day, to_day, inspecting, seed,
                            algorithm, units_in_hat, units_wanted, inspectors_in_hat, inspectors_wanted, reason, created_at, created_by)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, cast(?12 as text[]), cast(?13 as int), cast(?14 as text[]),
                                cast(?15 as int), ?16, ?17, ?18)""")
                .setParameter(1, id)
                .setParameter(2, a.region())
                .setParameter(3, a.kind().name())
                .setParameter(4, a.name().strip())
                .setParameter(5, a.standardCode())
                .setParameter(6, a.year())
                .setParameter(7, a.from())
                .setParameter(8, a.to())
                .setParameter(9, inspecting)
                .setParameter(10, drawn == null ? null : drawn.seed())
                .setParameter(11, drawn == null ? null : drawn.algorithm())
                .setParameter(12, array(drawn == null ? List.of() : drawn.unitsInHat()))
                .setParameter(13, drawn == null ? null : drawn.unitsWanted())
                .setParameter(14, array(drawn == null ? List.of() : drawn.inspectorsInHat()))
                .setParameter(15, drawn == null ? null : drawn.inspectorsWanted())
                .setParameter(16, Said.isBlank(a.reason()) ? null : a.reason().strip())
                .setParameter(17, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(18, person.name())
                .executeUpdate();
        audit.record("INSPECTION_PLAN_MADE", "inspection-plan/" + id, path, null, require(id), a.reason());
    }

    private static String[] array(List<String> of) {
        return of.toArray(String[]::new);
    }

    /** A plan the caller may look at: of its own region or of one below. */
    InspectionPlan require(UUID id) {
        return read("where p.id = ?1", id).stream().findFirst().orElseThrow(() -> access.outside(id.toString()));
    }

    /** The plans of a region and of those below it, the newest first. */
    @Transactional
    List<InspectionPlan> of(String region) {
        String path = access.requireSees(region);
        return read(
                "join node_path n on n.code = p.region_code where starts_with(n.path, ?1) order by p.created_at desc, p.id limit 1000",
                path);
    }

    @Transactional
    InspectionPlan look(UUID id) {
        return require(id);
    }

    private List<InspectionPlan> read(String where, Object parameter) {
        List<?> rows =
                em.createNativeQuery(SELECT + where).setParameter(1, parameter).getResultList();
        return rows.stream().map(row -> plan((Object[]) row)).toList();
    }

    private static InspectionPlan plan(Object[] r) {
        Drawn drawn = r[11] == null
                ? null
                : new Drawn(
                        (String) r[11],
                        (String) r[12],
                        Arrays.asList((String[]) r[13]),
                        ((Number) r[14]).intValue(),
                        Arrays.asList((String[]) r[15]),
                        ((Number) r[16]).intValue());
        return new InspectionPlan(
                (UUID) r[0],
                (String) r[1],
                (String) r[2],
                InspectionKind.valueOf((String) r[3]),
                (String) r[4],
                (String) r[5],
                ((Number) r[6]).intValue(),
                LocalDate.parse((String) r[7]),
                LocalDate.parse((String) r[8]),
                (String) r[9],
                (String) r[10],
                drawn,
                (String) r[17],
                (Instant) r[18],
                (String) r[19],
                new InspectionPlan.Progress(
                        ((Number) r[20]).longValue(), ((Number) r[21]).longValue(), ((Number) r[22]).longValue()));
    }

    /** Who inspects which unit of a plan. */
    Map<String, List<String>> inspectorsByUnit(UUID plan) {
        Map<String, List<String>> of = new LinkedHashMap<>();
        List<?> rows = em.createNativeQuery("select cast(body as text) from inspection where plan_id = ?1")
                .setParameter(1, plan)
                .getResultList();
        rows.forEach(body -> {
            Inspection inspection = bodies.read((String) body, Inspection.class);
            of.put(inspection.unitCode, inspection.inspectors);
        });
        return of;
    }

    /** {@code null} for what is no region known here. */
    String tierOf(String region) {
        return ofRegion("tier", region);
    }

    String nameOf(String region) {
        return ofRegion("name", region);
    }

    private String ofRegion(String column, String region) {
        List<?> found = em.createNativeQuery("select " + column + " from known_region where code = ?1")
                .setParameter(1, region)
                .getResultList();
        return found.isEmpty() ? null : (String) found.get(0);
    }
}
