package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;

/** A unit begins to evaluate itself. */
@Singleton
class Applying {
    @Inject
    Titles titles;

    @Inject
    Judging judging;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** What the register says of a unit; {@code null} for {@code closed} while it is there. */
    record Unit(String name, String regionCode, String type, String path, boolean closed) {}

    @Transactional
    Title begin(String unitCode, String standard, int year) {
        access.requireSees(unitCode);
        if (!unitCode.equals(person.node())) {
            throw CommonProblem.FORBIDDEN.because("自评只能由本单位填写", "only the unit itself evaluates itself");
        }
        titles.holdUnit(unitCode);
        Unit unit = unit(unitCode).orElseThrow(() -> access.outside(unitCode));
        requireEligible(unitCode, unit);
        int now = LocalDate.now(clock).getYear();
        if (year > now || year < now - 5) {
            throw CommonProblem.INVALID.because("评价年度 %s 无效", "%s is no year that can be evaluated now", year);
        }
        titles.lastOf(unitCode).ifPresent(this::requireFree);
        judging.judging(unit.regionCode(), standard, year);
        Title title = new Title();
        title.id = UUID.randomUUID();
        title.unitCode = unitCode;
        title.unitName = unit.name();
        title.regionCode = unit.regionCode();
        title.standardCode = standard;
        title.year = year;
        title.province = unit.path().split("/")[1];
        title.holder = unitCode;
        titles.lastOf(unitCode).ifPresent(former -> title.version = former.version);
        titles.keep(title, unit.path(), "BEGUN", null, null, null);
        return title;
    }

    Optional<Unit> unit(String code) {
        List<?> rows = em.createNativeQuery(
                        "select name, region_code, type, path, closed_from from known_unit where code = ?1 and path is not null")
                .setParameter(1, code)
                .getResultList();
        String month = java.time.YearMonth.now(clock).toString();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Unit(
                        (String) r[0],
                        (String) r[1],
                        (String) r[2],
                        (String) r[3],
                        r[4] != null && r[4].toString().compareTo(month) <= 0))
                .findFirst();
    }

    private static void requireEligible(String code, Unit unit) {
        if (unit.closed()) {
            throw TitleProblem.NOT_ELIGIBLE.because("单位 %s 已撤并", "unit %s is closed", code);
        }
        if (!unit.type().equals("AGENCY")) {
            throw TitleProblem.NOT_ELIGIBLE.because(
                    "节约型机关创建只面向县级及以上党政机关，%s 登记为 %s",
                    "the programme is for agencies of party and government of county level and above; %s is registered as %s",
                    code,
                    unit.type());
        }
    }

    private void requireFree(Title former) {
        LocalDate today = LocalDate.now(clock);
        switch (former.state) {
            case REJECTED -> {
                if (today.getYear() <= former.endedOn.getYear()) {
                    throw tooEarly(LocalDate.of(former.endedOn.getYear() + 1, 1, 1));
                }
            }
            case REVOKED -> {
                if (today.isBefore(former.endedOn.plusYears(1))) throw tooEarly(former.endedOn.plusYears(1));
            }
            case LAPSED -> {}
            default ->
                throw TitleProblem.APPLIED_ALREADY.because(
                        "%s 年度的申报处于“%s”", "that of %s is in state %s", former.year, former.state);
        }
    }

    private static RuntimeException tooEarly(LocalDate from) {
        return TitleProblem.TOO_EARLY.because("最早可于 %s 重新申报", "it may apply again from %s on", from);
    }
}
