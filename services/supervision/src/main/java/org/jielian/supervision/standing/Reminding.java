package org.jielian.supervision.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.Text;

/** Asks the regions below that have not answered yet to do so; each at most once a day. */
@Singleton
class Reminding {
    @Inject
    Matrix matrix;

    @Inject
    Notices notices;

    @Inject
    Access access;

    /** Codes of the regions that were reminded now. */
    @Transactional
    List<String> remind(String region, StandingQuery asked) {
        access.requireActs(region);
        asked.state = "OPEN";
        List<Notice> open = matrix.all(region, asked).stream().map(this::notice).toList();
        return notices.tellBelow(open).stream().sorted().toList();
    }

    private Notice notice(Matrix.Row row) {
        return new Notice(
                row.regionCode(),
                "RELEASE_REMINDER",
                "release/" + row.release(),
                Text.of("请答复上级标准 %s", "Please answer the standard %s from above", row.release()),
                Text.of("截止 %s，逾期视为原样继承。", "By %s; silence inherits it unchanged.", row.due()),
                "/standards/" + row.regionCode());
    }
}
