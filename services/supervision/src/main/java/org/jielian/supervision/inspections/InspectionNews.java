package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.Text;

/** What the two sides of an inspection are told of each other's steps. */
@Singleton
class InspectionNews {
    @Inject
    Notices notices;

    @Inject
    Person person;

    /** A unit hears of it when it is announced, and a city that is sent to another city always. */
    void planned(Inspection i) {
        if (i.isAnnounced()) tell(i, i.unitCode, "INSPECTION_PLANNED");
        if (i.kind == InspectionKind.CROSS_CITY) tell(i, i.inspecting, "INSPECTION_PLANNED");
    }

    /** The other side hears of a step. */
    void stepped(Inspection i) {
        String cause = "INSPECTION_" + i.status;
        if (!i.unitCode.equals(person.node()) && i.isAnnounced()) tell(i, i.unitCode, cause);
        if (!i.inspecting.equals(person.node())) tell(i, i.inspecting, cause);
    }

    private void tell(Inspection i, String node, String cause) {
        notices.tell(new Notice(
                node,
                cause,
                "inspection/" + i.id,
                new Text(
                        "%s：%s（%s）"
                                .formatted(
                                        i.kind.label().zh(),
                                        i.unitName,
                                        i.status.label().zh()),
                        "Inspection (%s): %s (%s)"
                                .formatted(
                                        i.kind.label().en(),
                                        i.unitName,
                                        i.status.label().en())),
                Text.of("检查日 %s，检查机关 %s。", "Planned for %s, inspected by %s.", i.day, i.inspectingName),
                "/inspections/" + i.id));
    }

    void served(RectificationNotice n) {
        tell(n, n.unitCode, "RECTIFICATION_SERVED", new Text("整改通知书 " + n.number, "Rectification notice " + n.number));
    }

    /** The other side hears of a step of a problem. */
    void stepped(RectificationNotice n, NumberedProblem p, ProblemAction action) {
        String other = n.unitCode.equals(person.node()) ? n.issuer : n.unitCode;
        tell(
                n,
                other,
                "RECTIFICATION_" + action + "_" + p.no,
                new Text(
                        "%s：%s 第 %d 项".formatted(action.label().zh(), n.number, p.no),
                        "%s: %s, problem %d".formatted(action.label().en(), n.number, p.no)));
    }

    private void tell(RectificationNotice n, String node, String cause, Text title) {
        notices.tell(new Notice(
                node,
                cause,
                "rectification/" + n.id,
                title,
                Text.of("%s，共 %s 项问题。", "%s, %s problems.", n.unitName, n.problems.size()),
                "/rectifications/" + n.id));
    }
}
