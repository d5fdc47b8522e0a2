package org.jielian.metrics.validation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;

/** A region looks at the parameters that hold in it and sets its own; they hold for all below that don't set theirs. */
@Singleton
class SettingParameters {
    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    NodePaths paths;

    @Inject
    Person person;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Inject
    Event<ParametersSet> changed;

    @Transactional
    List<Parameter> look(String region) {
        return in(requireRegion(region, access.requireSees(region)));
    }

    /**
     * Sets parameters of a region.
     *
     * @param values by name; {@code null} for one that is to be inherited again
     * @throws ProblemException INVALID with every parameter that does not exist or is out of its bounds
     */
    @Transactional
    List<Parameter> set(String region, Map<String, BigDecimal> values) {
        String path = requireRegion(region, access.requireActs(region));
        requireValid(values, in(path));
        Map<String, BigDecimal> before = own(region);
        values.forEach((name, value) -> {
            if (value == null) inherit(region, name);
            else put(region, name, value);
        });
        Map<String, BigDecimal> after = own(region);
        if (!before.equals(after)) {
            audit.record("PARAMETERS_SET", "validation/" + region, path, before, after, null);
            changed.fire(new ParametersSet(region));
        }
        return in(path);
    }

    private String requireRegion(String code, String path) {
        if (paths.find(code).filter(NodePaths.Node::isUnit).isEmpty()) return path;
        throw CommonProblem.INVALID.because("%s 是单位；校验参数按区划设置", "%s is a unit; parameters are set for regions", code);
    }

    private static void requireValid(Map<String, BigDecimal> values, List<Parameter> known) {
        Map<String, Parameter> byName = known.stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
        List<ProblemException.FieldError> errors = new ArrayList<>();
        new TreeMap<>(values).forEach((name, value) -> {
            Parameter parameter = byName.get(name);
            if (parameter == null)
                errors.add(new ProblemException.FieldError(name, Text.of("没有这个参数", "there is no such parameter")));
            else if (value != null && (value.compareTo(parameter.least()) < 0 || value.compareTo(parameter.most()) > 0))
                errors.add(new ProblemException.FieldError(
                        name,
                        Text.of(
                                "%s 应在 %s 与 %s 之间",
                                "%s must be between %s and %s",
                                value.toPlainString(),
                                parameter.least().toPlainString(),
                                parameter.most().toPlainString())));
        });
        if (errors.isEmpty()) return;
        throw new ProblemException(
                CommonProblem.INVALID, Text.of("有 %s 个参数需要更正", "%s parameters need correction", errors.size()), errors);
    }

    private void put(String region, String name, BigDecimal value) {
        em.createNativeQuery("""
                        insert into validation_override as o (region_code, name, value, set_at, set_by) values (?1, ?2, ?3, ?4, ?5)
                        on conflict (region_code, name) do update
                        set value = excluded.value, set_at = excluded.set_at, set_by = excluded.set_by where o.value <> excluded.value""")
                .setParameter(1, region)
                .setParameter(2, name)
                .setParameter(3, value)
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(5, person.name())
                .executeUpdate();
    }

    private void inherit(String region, String name) {
        em.createNativeQuery("delete from validation_override where region_code = ?1 and name = ?2")
                .setParameter(1, region)
                .setParameter(2, name)
                .executeUpdate();
    }

    private Map<String, BigDecimal> own(String region) {
        Map<String, BigDecimal> own = new TreeMap<>();
        List<?> rows = em.createNativeQuery("select name, value from validation_override where region_code = ?1")
                .setParameter(1, region)
                .getResultList();
        for (Object row : rows) own.put((String) ((Object[]) row)[0], (BigDecimal) ((Object[]) row)[1]);
        return own;
    }

    /** All parameters as they hold at a path, each with the region that set it: the nearest one. */
    private List<Parameter> in(String path) {
        List<?> rows = em.createNativeQuery("""
                        select p.name, p.rule, p.zh, p.en, coalesce(o.value, p.default_value), o.region_code, r.name, r.tier,
                               o.set_at, o.set_by, p.default_value, p.least, p.most
                        from validation_parameter p
                        left join lateral (
                            select * from validation_override o where o.name = p.name and position('/' || o.region_code || '/' in ?1) > 0
                            order by position('/' || o.region_code || '/' in ?1) desc limit 1) o on true
                        left join known_region r on r.code = o.region_code
                        order by p.position""").setParameter(1, path).getResultList();
        return rows.stream().map(row -> parameter((Object[]) row)).toList();
    }

    private static Parameter parameter(Object[] r) {
        return new Parameter(
                (String) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (BigDecimal) r[4],
                (String) r[5],
                (String) r[6],
                (String) r[7],
                instant(r[8]),
                (String) r[9],
                (BigDecimal) r[10],
                (BigDecimal) r[11],
                (BigDecimal) r[12]);
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
