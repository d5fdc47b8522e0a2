package org.jielian.supervision.inspections;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jielian.contracts.RectificationState;

/** A rectification notice (整改通知书): the numbered problems of one inspection. It is closed when all of them are verified. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class RectificationNotice {
    /** One step that was taken; {@code no} is the problem's number, 0 for the notice itself. */
    record Happened(int no, String action, String word, String by, String node, Instant at) {}

    UUID id;
    long version;
    String number;
    UUID inspection;
    String unitCode;
    String unitName;
    String regionCode;
    String issuer;
    String issuerName;
    String standardCode;
    String release;
    String coefficientSet;
    LocalDate checkedOn;
    LocalDate servedOn;
    String servedBy;
    List<NumberedProblem> problems = new ArrayList<>();
    Instant closedAt;
    List<Happened> history = new ArrayList<>();

    NumberedProblem problem(int no) {
        if (no < 1 || no > problems.size()) {
            throw InspectionProblem.NO_RECTIFICATION.because("通知书没有第 %s 个问题", "the notice has no problem %s", no);
        }
        return problems.get(no - 1);
    }

    /** A step was taken. */
    void took(int no, ProblemAction action, String word, Somebody who, Instant now) {
        version++;
        history.add(new Happened(no, action.name(), word, who.name(), who.node(), now));
        if (closedAt == null && problems.stream().allMatch(p -> p.status == ProblemStatus.VERIFIED)) {
            closedAt = now;
        }
    }

    /** The first day by which the unit owes something; empty while nothing waits for it. */
    Optional<LocalDate> firstDeadline() {
        return problems.stream()
                .filter(p -> p.status.isOwed())
                .map(p -> p.deadline)
                .min(Comparator.naturalOrder());
    }

    RectificationState fact() {
        return new RectificationState(
                id,
                version,
                number,
                inspection,
                unitCode,
                issuer,
                servedOn,
                problems.stream().map(NumberedProblem::fact).toList(),
                closedAt);
    }
}
