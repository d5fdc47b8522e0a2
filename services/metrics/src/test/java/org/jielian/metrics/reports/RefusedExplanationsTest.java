package org.jielian.metrics.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.ReportState.Refusal;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.validation.Finding;
import org.jielian.metrics.validation.Severity;
import org.junit.jupiter.api.Test;

class RefusedExplanationsTest {
    private static final String WATER = "quantities.waterM3";
    private static final String POWER = "quantities.electricityKwh";
    private static final List<Finding> UNUSUAL = List.of(found(Severity.SOFT, WATER), found(Severity.REVIEW, POWER));

    private static Finding found(Severity severity, String field) {
        return new Finding("V06", severity, field, "TEN_TIMES_USUAL", "10", "1", new Text("异常", "unusual"));
    }

    private static Return sentBack(String comment, Return.Cell... cells) {
        return new Return(Instant.EPOCH, "county", "331102", comment, List.of(cells));
    }

    private static Remarks explained(String field) {
        return new Remarks(null, null, Map.of(field, "换表"));
    }

    @Test
    void areThoseOfTheFiguresInQuestion() {
        Return back = sentBack(null, new Return.Cell(WATER, "与票据不符"));
        assertThat(back.refusalOf(explained(WATER), UNUSUAL)).isEqualTo(new Refusal(List.of(WATER), "与票据不符", "331102"));
        assertThat(sentBack("请核对", new Return.Cell(POWER, null)).refusalOf(explained(WATER), UNUSUAL))
                .isNull();
    }

    @Test
    void areAllWhenTheReportComesBackAsAWhole() {
        assertThat(sentBack("不予采纳").refusalOf(explained(Remarks.ALL_OF_IT), UNUSUAL))
                .isEqualTo(new Refusal(List.of(WATER), "不予采纳", "331102"));
    }

    @Test
    void areNoneWhereNothingHadToBeExplained() {
        assertThat(sentBack("请核对").refusalOf(Remarks.NONE, UNUSUAL)).isNull();
        assertThat(sentBack("请核对").refusalOf(explained(WATER), List.of())).isNull();
    }
}
