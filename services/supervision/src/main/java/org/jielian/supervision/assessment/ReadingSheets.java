package org.jielian.supervision.assessment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.CommonProblem;

/** One sheet as people look at it, what each of its numbers came from, and all it was computed from. */
@Singleton
class ReadingSheets {
    @Inject
    Sheets sheets;

    @Inject
    AuditTrail audit;

    @Inject
    Person person;

    /**
     * A sheet.
     *
     * @param actions what the caller may do with it now
     * @param trail every step there was
     */
    record View(
            UUID id,
            String assessed,
            String name,
            boolean unit,
            String assessor,
            int year,
            String standardCode,
            String release,
            String coefficientSet,
            Long coefficientVersion,
            Stage state,
            long version,
            Instant computedAt,
            Rules rules,
            Outcome outcome,
            LocalDate statementBy,
            Sheet.Said sent,
            Sheet.Said statement,
            Sheet.Said confirmed,
            Sheet.Said published,
            Sheet.Said returned,
            List<AssessmentAction> actions,
            List<AuditTrail.Entry> trail) {}

    /** Where one number came from: entries of the kind the item is about. */
    record Sources(Item item, List<?> items) {}

    /** Everything a sheet was computed from and what it came to, for computing it again elsewhere. */
    record Export(UUID id, Stage state, Rules rules, Inputs inputs, Outcome outcome) {}

    @Transactional
    View of(UUID id) {
        Sheet s = sheets.require(id).sheet();
        var coefficients = s.inputs.coefficients();
        return new View(
                s.id,
                s.assessed,
                s.name,
                s.unit,
                s.assessor,
                s.year,
                s.standardCode,
                s.inputs.release(),
                coefficients == null ? null : coefficients.setCode(),
                coefficients == null ? null : coefficients.version(),
                s.state,
                s.version,
                s.computedAt,
                s.rules,
                s.outcome,
                s.statementBy,
                s.sent,
                s.statement,
                s.confirmed,
                s.published,
                s.returned,
                s.possibleFor(new Sheet.Actor(person.name(), person.node())),
                audit.of(Sheets.subject(id)));
    }

    @Transactional
    Export export(UUID id) {
        Sheet s = sheets.require(id).sheet();
        return new Export(s.id, s.state, s.rules, s.inputs, s.outcome);
    }

    /** @param code of a line, such as {@code COVERAGE} or {@code TARGETS.T1}, or of a deduction */
    @Transactional
    Sources sources(UUID id, String code) {
        Inputs in = sheets.require(id).sheet().inputs;
        Item item = Arrays.stream(Item.values())
                .filter(i -> code.equals(i.name()) || code.startsWith(i + "."))
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("考核表没有 %s", "the sheet has no %s", code));
        return new Sources(
                item,
                switch (item) {
                    case TARGETS ->
                        in.targets().stream()
                                .filter(t -> code.equals(item + "." + t.code()) || code.equals(item.name()))
                                .toList();
                    case BANDS -> in.bands();
                    case COVERAGE -> in.coverage();
                    case ON_TIME, LATE -> in.late();
                    case CONFIRMED -> in.adoptions();
                    case TASKS -> in.tasks();
                    case RETURNED_TWICE ->
                        in.tasks().stream().filter(t -> t.returned() > 1).toList();
                    case RECTIFIED -> in.rectified();
                    case UNRESOLVED ->
                        in.rectified().stream()
                                .filter(r -> r.settledOn() == null)
                                .toList();
                    case RECOGNISED -> in.agencies();
                    case CRITICISED, SUMMONED ->
                        in.criticised().stream()
                                .filter(c -> c.rung().equals(item.name()))
                                .toList();
                    case FALSIFIED -> in.falsified();
                });
    }
}
