package org.jielian.portal.unit;

import java.util.EnumSet;
import java.util.Set;
import org.jielian.portal.clients.MonthStanding;
import org.jielian.portal.clients.MonthStanding.State;
import org.jielian.portal.clients.Report;

/** How a month stands, in the words of those who have to do something about it. */
enum MonthStatus {
    NOT_EXPECTED("·", "none"),
    NOT_DUE("…", "none"),
    MISSING("!", "poor"),
    DRAFT("✎", "fair"),
    RETURNED("↩", "poor"),
    SUBMITTED("✓", "good"),
    CORRECTED("✓", "good"),
    ACCEPTED("✓✓", "good"),
    WITHDRAWN("○", "fair");

    private static final Set<State> BEFORE_ITS_TIME = EnumSet.of(State.NOT_YET_OPEN, State.OPEN);

    private final String sign;
    private final String grade;

    MonthStatus(String sign, String grade) {
        this.sign = sign;
        this.grade = grade;
    }

    String sign() {
        return sign;
    }

    String grade() {
        return grade;
    }

    /**
     * @param report {@code null} when nothing was ever handed in
     * @param calendar {@code null} when the month lies outside of what was asked for
     */
    static MonthStatus of(Report report, boolean draft, MonthStanding calendar) {
        if (report != null && report.isReturned()) return RETURNED;
        if (draft) return DRAFT;
        if (report != null) return of(report);
        if (calendar == null || calendar.state() == State.NOT_EXPECTED) return NOT_EXPECTED;
        return BEFORE_ITS_TIME.contains(calendar.state()) ? NOT_DUE : MISSING;
    }

    private static MonthStatus of(Report report) {
        return switch (report.status()) {
            case ACCEPTED -> ACCEPTED;
            case WITHDRAWN -> WITHDRAWN;
            case RETURNED -> RETURNED;
            case SUBMITTED ->
                report.submittedAt() != null && report.changedAt().isAfter(report.submittedAt())
                        ? CORRECTED
                        : SUBMITTED;
        };
    }
}
