package org.jielian.supervision.inspections;

import static org.jielian.supervision.inspections.InspectionSteps.TABLE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jielian.contracts.InspectionState;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.supervision.inspections.Checklists.Checklist;
import org.jielian.supervision.states.StateTable.Row;

/** One inspection (检查) of one unit: the checklist, what was found, and what both sides say. Every change is a row of {@link InspectionSteps}. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class Inspection {
    /** One item to be looked at, as the standard in force at the unit has it. */
    record CheckItem(String code, String category, Name name, boolean binding, String evidence) {}

    /** What was found of an item, and what shows it. */
    record Finding(Outcome outcome, String remark, List<UUID> evidence, String by, Instant at) {}

    /** What one side says; {@code agrees} only when a unit confirms. */
    record Statement(String text, Boolean agrees, List<UUID> evidence, String by, String node, Instant at) {}

    /** One step that was taken, for both sides to read. */
    record Happened(InspectionAction action, InspectionStatus to, String word, String by, String node, Instant at) {}

    UUID id;
    long version;
    UUID plan;
    String planName;
    InspectionKind kind;
    String standardCode;
    int year;
    String unitCode;
    String unitName;
    String regionCode;
    String inspecting;
    String inspectingName;
    LocalDate day;
    List<String> inspectors = new ArrayList<>();
    InspectionStatus status = InspectionStatus.PLANNED;
    String release;
    String coefficientSet;
    List<CheckItem> items = new ArrayList<>();
    Map<String, Finding> findings = new TreeMap<>();
    Statement inspectorsStatement;
    List<Statement> unitStatements = new ArrayList<>();
    LocalDate checkedOn;
    /** The last day for whoever has to act next; {@code null} where there is none. */
    LocalDate due;

    UUID notice;
    String noticeNumber;
    List<Happened> history = new ArrayList<>();

    /** Whether the unit may know of it: what is not announced shows when the inspectors have come. */
    boolean isAnnounced() {
        return kind == InspectionKind.PLANNED || status != InspectionStatus.PLANNED;
    }

    void postpone(Somebody who, LocalDate to, String reason, LocalDate today, Instant now) {
        Row<InspectionStatus, InspectionAction> step = step(InspectionAction.POSTPONE, who);
        day = Said.notBefore(to, today);
        take(step, who, Said.text(reason), now);
    }

    void begin(Somebody who, Checklist checklist, LocalDate today, Instant now) {
        Row<InspectionStatus, InspectionAction> step = step(InspectionAction.BEGIN, who);
        if (day.isAfter(today)) {
            throw InspectionProblem.NOT_YET_THE_DAY.because(
                    "定于 %s 检查，可先改期", "it is planned for %s; put it to another day first", day);
        }
        release = checklist.release();
        coefficientSet = checklist.coefficientSet();
        items = List.copyOf(checklist.items());
        take(step, who, null, now);
    }

    void look(Somebody who, String code, Finding finding, Instant now) {
        Row<InspectionStatus, InspectionAction> step = step(InspectionAction.LOOK, who);
        if (items.stream().noneMatch(i -> i.code().equals(code))) {
            throw InspectionProblem.NO_INSPECTION.because("检查表没有 %s 项", "the checklist has no item %s", code);
        }
        if (finding.outcome() == Outcome.PROBLEM) Said.text(finding.remark());
        findings.put(code, finding);
        take(step, who, code + " " + finding.outcome().label().zh(), now);
    }

    void stateCase(Somebody who, String text, List<UUID> evidence, Instant now) {
        Row<InspectionStatus, InspectionAction> step = step(InspectionAction.STATE_CASE, who);
        unitStatements.add(new Statement(Said.text(text), null, evidence, who.name(), who.node(), now));
        take(step, who, null, now);
    }

    /** @param confirmBy the last day for the unit to confirm */
    void conclude(Somebody who, String text, List<UUID> evidence, LocalDate today, LocalDate confirmBy, Instant now) {
        Row<InspectionStatus, InspectionAction> step = step(InspectionAction.CONCLUDE, who);
        if (findings.values().stream().noneMatch(f -> f.outcome() != Outcome.NOT_LOOKED_AT)) {
            throw InspectionProblem.NOTHING_LOOKED_AT.because("请至少记录一个检查项", "record at least one item");
        }
        inspectorsStatement = new Statement(Said.text(text), null, evidence, who.name(), who.node(), now);
        checkedOn = today;
        due = confirmBy;
        take(step, who, null, now);
    }

    void reopen(Somebody who, String reason, Instant now) {
        Row<InspectionStatus, InspectionAction> step = step(InspectionAction.REOPEN, who);
        due = null;
        take(step, who, Said.text(reason), now);
    }

    /** @param serveBy the last day for a notice */
    void confirm(Somebody who, boolean agrees, String text, List<UUID> evidence, LocalDate serveBy, Instant now) {
        Row<InspectionStatus, InspectionAction> step = step(InspectionAction.CONFIRM, who);
        String word = agrees && Said.isBlank(text) ? null : Said.text(text);
        unitStatements.add(new Statement(word, agrees, evidence, who.name(), who.node(), now));
        due = serveBy;
        take(step, who, word, now);
    }

    /** The unit said nothing until its day had passed. */
    void goOnInSilence(LocalDate serveBy, Instant now) {
        Row<InspectionStatus, InspectionAction> step = step(InspectionAction.CONFIRM, Somebody.SYSTEM);
        due = serveBy;
        take(step, Somebody.SYSTEM, "被检查单位逾期未确认", now);
    }

    void close(Somebody who, Instant now) {
        Row<InspectionStatus, InspectionAction> step = step(InspectionAction.CLOSE, who);
        if (!problems().isEmpty()) {
            throw InspectionProblem.PROBLEMS_FOUND.because(
                    "存在问题的检查项：%s", "items with a problem: %s", String.join(", ", problems()));
        }
        take(step, who, null, now);
    }

    /** Whether a notice may be served by this person today; to be asked before one is made. */
    void requireServable(Somebody who, LocalDate today) {
        step(InspectionAction.SERVE, who);
        if (problems().isEmpty()) {
            throw InspectionProblem.NO_PROBLEMS_FOUND.because("检查未发现问题", "the inspection found no problem");
        }
        if (today.isAfter(due)) {
            throw InspectionProblem.SERVED_TOO_LATE.because(
                    "应于 %s 前下达，请重新检查", "it was to be served by %s; inspect anew", due);
        }
    }

    void served(Somebody who, RectificationNotice made, LocalDate today, Instant now) {
        requireServable(who, today);
        notice = made.id;
        noticeNumber = made.number;
        take(step(InspectionAction.SERVE, who), who, made.number, now);
    }

    void rectified(Instant now) {
        take(step(InspectionAction.RECTIFY, Somebody.SYSTEM), Somebody.SYSTEM, noticeNumber, now);
    }

    /** From the beginning, on another day; what was found and said before stays in the history. */
    void repeat(Somebody who, LocalDate to, String reason, LocalDate today, Instant now) {
        Row<InspectionStatus, InspectionAction> step = step(InspectionAction.REPEAT, who);
        String word = Said.text(reason);
        day = Said.notBefore(to, today);
        release = null;
        coefficientSet = null;
        items = new ArrayList<>();
        findings = new TreeMap<>();
        inspectorsStatement = null;
        unitStatements = new ArrayList<>();
        checkedOn = null;
        take(step, who, word, now);
    }

    void cancel(Somebody who, String reason, Instant now) {
        Row<InspectionStatus, InspectionAction> step = step(InspectionAction.CANCEL, who);
        take(step, who, Said.text(reason), now);
    }

    /** Codes of the items that have a problem. */
    List<String> problems() {
        return findings.entrySet().stream()
                .filter(f -> f.getValue().outcome() == Outcome.PROBLEM)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What somebody may do now, by the table and as far as what it requires is known before. */
    List<InspectionAction> possibleFor(Somebody who) {
        boolean problems = !problems().isEmpty();
        return TABLE.from(status).stream()
                .filter(row -> may((Side) row.who(), who))
                .map(Row::action)
                .filter(a -> a != InspectionAction.CLOSE || !problems)
                .filter(a -> a != InspectionAction.SERVE || problems)
                .distinct()
                .toList();
    }

    private Row<InspectionStatus, InspectionAction> step(InspectionAction action, Somebody who) {
        List<Row<InspectionStatus, InspectionAction>> possible = TABLE.require(status, action);
        for (Row<InspectionStatus, InspectionAction> row : possible) if (may((Side) row.who(), who)) return row;
        throw TABLE.notYours(possible);
    }

    private boolean may(Side side, Somebody who) {
        return switch (side) {
            case INSPECTORS -> inspecting.equals(who.node()) && !unitCode.equals(who.node());
            case UNIT -> unitCode.equals(who.node());
            case SYSTEM -> who == Somebody.SYSTEM;
        };
    }

    private void take(Row<InspectionStatus, InspectionAction> step, Somebody who, String word, Instant now) {
        status = step.to();
        if (status == InspectionStatus.PLANNED || status == InspectionStatus.NOTIFIED || status.isFinal()) due = null;
        version++;
        history.add(new Happened(step.action(), step.to(), word, who.name(), who.node(), now));
    }

    InspectionState fact() {
        long looked = findings.values().stream()
                .filter(f -> f.outcome() != Outcome.NOT_LOOKED_AT)
                .count();
        return new InspectionState(
                id,
                version,
                plan,
                kind.name(),
                standardCode,
                year,
                release,
                unitCode,
                inspecting,
                List.copyOf(inspectors),
                day,
                status.name(),
                checkedOn,
                (int) looked,
                problems(),
                noticeNumber);
    }
}
