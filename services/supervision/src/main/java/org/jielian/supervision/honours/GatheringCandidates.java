package org.jielian.supervision.honours;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.supervision.evaluation.Evaluating;
import org.jielian.supervision.evaluation.Evaluating.Rules;
import org.jielian.supervision.evaluation.Result;
import org.jielian.supervision.evaluation.Rulebook;
import org.jielian.supervision.evaluation.Subject;
import org.jielian.supervision.evaluation.Subjects;
import org.jielian.supervision.scoring.Scoring;

/** Reads every unit at and below a region with what a rule is applied to, in the sight of whoever selects. */
@Singleton
class GatheringCandidates {
    private static final int AT_ONCE = 500;

    @Inject
    EntityManager em;

    @Inject
    Subjects subjects;

    private record Unit(String code, String name, String region, String type) {}

    private record Titled(UUID id, BigDecimal score) {}

    /** What is on record, by unit. */
    private record Kept(
            Map<String, Titled> titles,
            Map<String, List<UUID>> criticised,
            Map<String, List<UUID>> overdue,
            Map<String, List<UUID>> falsified) {}

    List<Candidate> of(String path, Rules rules, int year, LocalDate today) {
        List<Unit> units = units(path, year);
        Kept kept = new Kept(
                titles(path, rules.standardCode()),
                ids(
                        "select target, task_id from task_record where starts_with(path, ?1)"
                                + " and extract(year from at at time zone 'Asia/Shanghai') = ?2 order by at",
                        path,
                        year),
                ids(
                        "select target, id from supervision_task where starts_with(path, ?1) and closed_at is null"
                                + " and status in ('OPEN', 'RETURNED', 'EXTENSION_ASKED') and due < ?2"
                                + " union all select r.unit_code, r.id from rectification r join rectification_problem p on p.notice_id = r.id"
                                + " where starts_with(r.path, ?1) and p.status <> 'VERIFIED' and p.deadline < ?2 group by r.unit_code, r.id",
                        path,
                        today),
                ids(
                        "select node, id from assessment_finding where starts_with(path, ?1) and year = ?2 and withdrawn_at is null order by at",
                        path,
                        year));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < units.size(); i += AT_ONCE) {
            List<Unit> part = units.subList(i, Math.min(units.size(), i + AT_ONCE));
            Map<String, Subject> known = new HashMap<>();
            List<String> codes = part.stream().map(Unit::code).toList();
            Set<Integer> baseYears = Rulebook.baseYears(rules.content());
            subjects.units(codes, year, baseYears).forEach(s -> known.put(s.node(), s));
            part.forEach(u -> candidates.add(candidate(u, known.get(u.code()), kept, rules, year)));
        }
        return candidates;
    }

    private List<Unit> units(String path, int year) {
        return rows("""
                        select code, name, region_code, type from known_unit
                        where starts_with(path, ?1) and (closed_from is null or closed_from > ?2) order by code""", path, year + "-12").stream()
                .map(r -> new Unit((String) r[0], (String) r[1], (String) r[2], (String) r[3]))
                .toList();
    }

    private Map<String, Titled> titles(String path, String standard) {
        Map<String, Titled> titles = new HashMap<>();
        rows("""
                        select unit_code, id, score from title where starts_with(path, ?1) and standard_code = ?2
                          and state in ('RECOGNISED', 'UNDER_RECHECK', 'CONFIRMED')""", path, standard).forEach(r -> titles.put((String) r[0], new Titled((UUID) r[1], (BigDecimal) r[2])));
        return titles;
    }

    private Map<String, List<UUID>> ids(String sql, Object... parameters) {
        Map<String, List<UUID>> ids = new HashMap<>();
        rows(sql, parameters).forEach(r -> ids.computeIfAbsent((String) r[0], k -> new ArrayList<>())
                .add((UUID) r[1]));
        return ids;
    }

    private Candidate candidate(Unit unit, Subject subject, Kept kept, Rules rules, int year) {
        Result result = subject == null ? null : Evaluating.of(subject, rules, year);
        Map<String, BigDecimal> figures = new TreeMap<>();
        Map<String, String> bands = new TreeMap<>();
        Map<String, Map<Bound, BigDecimal>> limits = new TreeMap<>();
        List<String> failing = new ArrayList<>();
        if (result != null) {
            result.figures().forEach(f -> {
                if (f.value() != null) figures.put(f.indicator().name(), f.value());
                if (f.band() != null) bands.put(f.indicator().name(), f.band().name());
                if (f.bounds() != null) limits.put(f.indicator().name(), f.bounds());
            });
            failing.addAll(failing(result, rules));
        }
        Titled title = kept.titles().get(unit.code());
        return new Candidate(
                unit.code(),
                unit.name(),
                unit.region(),
                InstitutionType.valueOf(unit.type()),
                subject == null ? null : subject.years().get(year),
                subject == null ? 0 : subject.monthsExpected(),
                figures,
                bands,
                limits,
                title == null ? null : title.id(),
                title == null ? null : title.score(),
                failing,
                kept.criticised().getOrDefault(unit.code(), List.of()),
                kept.overdue().getOrDefault(unit.code(), List.of()),
                kept.falsified().getOrDefault(unit.code(), List.of()));
    }

    /** What reports decide: binding items that are computed and fail, and targets that were missed. */
    private static List<String> failing(Result result, Rules rules) {
        List<String> failing = new ArrayList<>();
        for (Result.ItemPoints points : result.points()) {
            Item item = rules.content().items().stream()
                    .filter(i -> i.code().equals(points.item()))
                    .findFirst()
                    .orElseThrow();
            boolean fails = item.binding() && points.points() != null && !Scoring.satisfied(item, points.points());
            if (fails) failing.add(item.code());
        }
        result.targets().stream().filter(t -> Boolean.FALSE.equals(t.met())).forEach(t -> failing.add(t.code()));
        return failing;
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }
}
