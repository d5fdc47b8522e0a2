package org.jielian.supervision.inspections;

import java.time.LocalDate;

/** What people type, checked in one place. */
final class Said {
    private static final int LONGEST = 4000;

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** The text without blanks around it; refused when there is none. */
    static String text(String text) {
        if (isBlank(text)) throw InspectionProblem.STATEMENT_MISSING.because("请写明内容或理由", "say what it is, or why");
        if (text.length() > LONGEST) {
            throw InspectionProblem.STATEMENT_MISSING.because("最多 %s 个字", "at most %s characters", LONGEST);
        }
        return text.strip();
    }

    static LocalDate notBefore(LocalDate day, LocalDate earliest) {
        if (day == null || day.isBefore(earliest)) {
            throw InspectionProblem.NOT_A_VALID_DAY.because("日期不得早于 %s", "the day can't be before %s", earliest);
        }
        return day;
    }

    private Said() {}
}
