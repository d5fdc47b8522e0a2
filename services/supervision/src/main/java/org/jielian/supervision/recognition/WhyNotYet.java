package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Order;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.supervision.evaluation.KeptResults;
import org.jielian.supervision.scoring.Total;

/** For every agency that does not hold the title, what it still lacks. */
@Singleton
class WhyNotYet {
    private static final String FROM = """
             from known_unit u
            where u.type = 'AGENCY' and starts_with(u.path, :path) and (u.closed_from is null or u.closed_from > :month)
              and not exists (select from title t where t.unit_code = u.code and t.state in ('RECOGNISED', 'UNDER_RECHECK', 'CONFIRMED'))""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Titles titles;

    @Inject
    Judging judging;

    @Inject
    KeptResults results;

    @Inject
    Clock clock;

    /**
     * One agency.
     *
     * @param state of its last application; {@code null} if it never began one
     * @param score so far; {@code null} while nothing is scored
     * @param failing binding items that are scored and fail
     * @param unscored how many items nobody has scored; {@code null} where no standard judges the year
     * @param monthsMissing months of the year without a report; {@code null} when nothing was reported at all
     */
    record Line(
            String unitCode,
            String name,
            String regionCode,
            State state,
            BigDecimal score,
            BigDecimal passLine,
            List<String> failing,
            Integer unscored,
            Long monthsMissing) {}

    @Transactional
    Page<Line> page(String node, String standard, int year, String cursor, Integer limit) {
        return listing(node).pageOf(cursor, limit, rows -> lines(rows, standard, year));
    }

    /** All of them, for a file. */
    @Transactional
    List<Line> all(String node, String standard, int year) {
        return lines(listing(node).all(row -> row), standard, year);
    }

    private Listing listing(String node) {
        return Listing.of(em, "u.code, u.name, u.region_code", FROM, Order.byKey("u.code", false))
                .set("path", access.requireSees(node))
                .set("month", YearMonth.now(clock).toString());
    }

    private List<Line> lines(List<Object[]> rows, String standard, int year) {
        List<String> codes = rows.stream().map(r -> (String) r[0]).toList();
        Map<String, Title> last = titles
                .all(
                        "where unit_code = any(?1) and standard_code = ?2 order by changed_at",
                        codes.toArray(String[]::new),
                        standard)
                .stream()
                .collect(Collectors.toMap(k -> k.title().unitCode, Titles.Kept::title, (former, newer) -> newer));
        var known = results.findAll(codes, standard, year);
        Map<String, Optional<Judging.Standard>> standards = rows.stream()
                .map(r -> (String) r[2])
                .distinct()
                .collect(Collectors.toMap(region -> region, region -> standard(region, standard, year)));
        return rows.stream()
                .map(r -> {
                    Judging.Computed computed = Optional.ofNullable(known.get((String) r[0]))
                            .map(judging::computed)
                            .orElse(Judging.Computed.NOTHING);
                    return line(r, last.get((String) r[0]), standards.get((String) r[2]), computed);
                })
                .toList();
    }

    private Optional<Judging.Standard> standard(String region, String standard, int year) {
        try {
            return Optional.of(judging.judging(region, standard, year));
        } catch (ProblemException e) {
            if (e.type() == TitleProblem.NO_STANDARD) return Optional.empty();
            throw e;
        }
    }

    private Line line(Object[] r, Title last, Optional<Judging.Standard> judged, Judging.Computed computed) {
        boolean own = last != null && last.state != State.DRAFT && last.release != null;
        Optional<Judging.Standard> standard = own ? Optional.of(judging.of(last)) : judged;
        Total total = standard.map(s -> Total.of(
                        s.content(),
                        last == null ? computed.scores() : last.holding(own ? Map.of() : computed.scores())))
                .orElse(null);
        return new Line(
                (String) r[0],
                (String) r[1],
                (String) r[2],
                last == null ? null : last.state,
                total == null ? null : total.score(),
                standard.map(s -> s.content().passLine()).orElse(null),
                total == null ? List.of() : total.failing(),
                total == null ? null : total.missing().size(),
                computed.monthsMissing());
    }
}
