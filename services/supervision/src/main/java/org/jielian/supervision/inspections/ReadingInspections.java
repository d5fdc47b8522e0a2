package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.foundation.access.Person;
import org.jielian.supervision.evidence.EvidenceDesk;
import org.jielian.supervision.inspections.Inspection.Finding;
import org.jielian.supervision.inspections.Inspection.Happened;
import org.jielian.supervision.inspections.Inspection.Statement;

/** One inspection with its checklist and what the caller may do about it. */
@Singleton
class ReadingInspections {
    @Inject
    Inspections inspections;

    @Inject
    EvidenceDesk desk;

    @Inject
    Person person;

    /** One item of the checklist; {@code finding} is {@code null} as long as nothing was said of it. */
    public record ItemView(
            String code, String category, Name name, boolean binding, String evidence, Finding finding) {}

    /**
     * An inspection.
     *
     * @param due the last day for whoever has to act next; {@code null} where there is none
     * @param actions what the caller may do now
     * @param files names of all evidence that is shown, by id
     */
    public record View(
            UUID id,
            long version,
            UUID plan,
            String planName,
            InspectionKind kind,
            String standardCode,
            int year,
            String unitCode,
            String unitName,
            String regionCode,
            String inspecting,
            String inspectingName,
            LocalDate day,
            List<String> inspectors,
            InspectionStatus status,
            String release,
            List<ItemView> items,
            Statement inspectorsStatement,
            List<Statement> unitStatements,
            LocalDate checkedOn,
            LocalDate due,
            UUID notice,
            String noticeNumber,
            List<InspectionAction> actions,
            Map<UUID, String> files,
            List<Happened> history) {}

    @Transactional
    View of(UUID id) {
        Inspection i = inspections.require(id).inspection();
        return new View(
                i.id,
                i.version,
                i.plan,
                i.planName,
                i.kind,
                i.standardCode,
                i.year,
                i.unitCode,
                i.unitName,
                i.regionCode,
                i.inspecting,
                i.inspectingName,
                i.day,
                i.inspectors,
                i.status,
                i.release,
                i.items.stream()
                        .map(c -> new ItemView(
                                c.code(), c.category(), c.name(), c.binding(), c.evidence(), i.findings.get(c.code())))
                        .toList(),
                i.inspectorsStatement,
                i.unitStatements,
                i.checkedOn,
                i.due,
                i.notice,
                i.noticeNumber,
                i.possibleFor(Somebody.of(person)),
                files(i),
                i.history);
    }

    private Map<UUID, String> files(Inspection i) {
        Set<UUID> all = new LinkedHashSet<>();
        i.findings.values().forEach(f -> all.addAll(f.evidence()));
        if (i.inspectorsStatement != null) all.addAll(i.inspectorsStatement.evidence());
        i.unitStatements.forEach(s -> all.addAll(s.evidence()));
        return named(desk, all, i.unitCode);
    }

    static Map<UUID, String> named(EvidenceDesk desk, Set<UUID> ids, String unit) {
        Map<UUID, String> names = new LinkedHashMap<>();
        desk.require(ids, unit).forEach(e -> names.put(e.id(), e.name()));
        return names;
    }
}
