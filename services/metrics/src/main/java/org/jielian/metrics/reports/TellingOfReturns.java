package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.Text;

/** Tells the unit that its report came back, and the region that administers it when a tier further up sent it back. */
@Singleton
class TellingOfReturns {
    private static final String CAUSE = "REPORT_RETURNED";

    @Inject
    Notices notices;

    @Inject
    Homes homes;

    @Inject
    Person person;

    void tell(Report report, Return why) {
        String unit = report.key().unitCode();
        String href = "/unit/" + unit + "?month=" + report.period() + "#month";
        String name = homes.name(unit);
        notices.tell(notice(unit, report, name, why, href));
        String region = homes.regionOf(unit);
        if (!region.equals(person.node())) notices.tell(notice(region, report, name, why, href));
    }

    private static Notice notice(String recipient, Report report, String name, Return why, String href) {
        return new Notice(
                recipient,
                CAUSE,
                "report/" + report.key(),
                Text.of("%s %s 的报表被退回", "The report of %s for %s was sent back", name, report.period()),
                detail(why),
                href);
    }

    private static Text detail(Return why) {
        String comment = why.comment() == null ? "" : why.comment();
        if (why.cells().isEmpty()) return Text.of("%s 退回：%s", "%s sent it back: %s", why.node(), comment);
        return Text.of(
                "%s 退回，涉及 %s 项。%s",
                "%s sent it back over %s figures. %s", why.node(), why.cells().size(), comment);
    }
}
