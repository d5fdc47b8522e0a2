package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jielian.foundation.access.Person;
import org.jielian.supervision.evidence.EvidenceDesk;
import org.jielian.supervision.inspections.NumberedProblem.Parties;
import org.jielian.supervision.inspections.RectificationNotice.Happened;

/** One rectification notice with its problems and what the caller may do about each. */
@Singleton
class ReadingRectifications {
    @Inject
    Rectifications rectifications;

    @Inject
    EvidenceDesk desk;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** One problem as it stands, whether it is overdue today, and what the caller may do about it. */
    public record ProblemView(NumberedProblem problem, boolean overdue, List<ProblemAction> may) {}

    /**
     * A notice.
     *
     * @param release by which the checklist was made, with the coefficient set of its figures
     * @param files names of all evidence that answers show, by id
     */
    public record View(
            UUID id,
            long version,
            String number,
            UUID inspection,
            String unitCode,
            String unitName,
            String regionCode,
            String issuer,
            String issuerName,
            String standardCode,
            String release,
            String coefficientSet,
            LocalDate checkedOn,
            LocalDate servedOn,
            String servedBy,
            List<ProblemView> problems,
            Instant closedAt,
            Map<UUID, String> files,
            List<Happened> history) {}

    @Transactional
    View of(UUID id) {
        RectificationNotice n = rectifications.require(id);
        Parties parties = new Parties(n.issuer, n.unitCode);
        Somebody who = Somebody.of(person);
        LocalDate today = LocalDate.now(clock);
        Set<UUID> files = new LinkedHashSet<>();
        n.problems.forEach(p -> files.addAll(p.evidence));
        return new View(
                n.id,
                n.version,
                n.number,
                n.inspection,
                n.unitCode,
                n.unitName,
                n.regionCode,
                n.issuer,
                n.issuerName,
                n.standardCode,
                n.release,
                n.coefficientSet,
                n.checkedOn,
                n.servedOn,
                n.servedBy,
                n.problems.stream()
                        .map(p -> new ProblemView(p, p.isOverdue(today), p.possibleFor(parties, who)))
                        .toList(),
                n.closedAt,
                ReadingInspections.named(desk, files, n.unitCode),
                n.history);
    }
}
