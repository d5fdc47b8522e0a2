package org.jielian.supervision.assessment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Set;

/** What an annual assessment is made of: the one place where weights, deductions and grades are set; each sheet keeps those it was made by. */
@ConfigMapping(prefix = "assessment")
public interface AssessmentConfig {
    /** What each line is worth; results 40, measures 60. */
    Weights weights();

    /** What the record costs. */
    Deductions deductions();

    /** From which score on a grade is reached. */
    Grades grades();

    /** What makes the grade 未完成 whatever the score. */
    @WithDefault("TARGET_MISSED,BINDING_TASK_MISSED,FALSIFICATION")
    Set<Veto> vetoes();

    /** Days after a month has ended until its reports count as expected. */
    @WithDefault("20")
    int reportsAfterDays();

    /** Working days the assessed has for its statement. */
    @WithDefault("10")
    int statementWithin();

    /** Points of the lines. */
    interface Weights {
        /** All targets of the standard together, in equal parts. */
        @WithDefault("28")
        BigDecimal targets();

        /** Share of units within the constraint values of their quotas. */
        @WithDefault("12")
        BigDecimal bands();

        /** Share of months that were reported. */
        @WithDefault("15")
        BigDecimal coverage();

        /** Share of months that were reported in time. */
        @WithDefault("10")
        BigDecimal onTime();

        /** Releases from above that were confirmed or localised in time. */
        @WithDefault("8")
        BigDecimal confirmed();

        /** Tasks that were answered in time. */
        @WithDefault("7")
        BigDecimal tasks();

        /** Problems of inspections that were rectified in time. */
        @WithDefault("7")
        BigDecimal rectified();

        /** Share of agencies recognised against what was allotted. */
        @WithDefault("13")
        BigDecimal recognised();
    }

    /** Points taken off. */
    interface Deductions {
        /** Each report that was late. */
        @WithDefault("0.5")
        BigDecimal late();

        /** The most late reports may cost. */
        @WithDefault("3")
        BigDecimal lateAtMost();

        /** Each answer that was returned twice or more. */
        @WithDefault("0.5")
        BigDecimal returnedTwice();

        /** Each problem of an inspection that was not rectified by its day. */
        @WithDefault("2")
        BigDecimal unresolved();

        /** Each public criticism (通报). */
        @WithDefault("3")
        BigDecimal criticised();

        /** Each summons (约谈). */
        @WithDefault("5")
        BigDecimal summoned();

        /** Each falsification. */
        @WithDefault("10")
        BigDecimal falsified();
    }

    /** Least scores. */
    interface Grades {
        @WithDefault("95")
        BigDecimal exceeded();

        @WithDefault("80")
        BigDecimal fulfilled();

        @WithDefault("65")
        BigDecimal mostly();
    }
}
