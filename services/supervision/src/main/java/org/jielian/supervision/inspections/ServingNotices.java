package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;

/** The inspecting authority serves a notice: for each item with a problem at least one numbered problem, and others beside the checklist. */
@Singleton
class ServingNotices {
    private static final int MOST = 100;

    @Inject
    Inspections inspections;

    @Inject
    Rectifications rectifications;

    @Inject
    InspectionNews news;

    @Inject
    NodePaths paths;

    @Inject
    InspectionsConfig config;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * A problem as it is written into the notice.
     *
     * @param item code of the item it was found at; {@code null} for one beside the checklist
     * @param clause what it offends against: an article; {@code null} for the item itself
     * @param found {@code null} for the remark of the item
     * @param evidence what the unit has to show; {@code null} when its word is enough
     */
    record Asked(
            String item,
            String clause,
            String found,
            Term term,
            LocalDate deadline,
            String responsible,
            String evidence) {}

    @Transactional
    RectificationNotice serve(UUID id, List<Asked> asked) {
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        RectificationNotice[] made = new RectificationNotice[1];
        inspections.step(id, null, i -> {
            Somebody who = Somebody.of(person);
            i.requireServable(who, today);
            made[0] = notice(i, asked == null ? List.of() : asked, today, now);
            i.served(who, made[0], today, now);
        });
        news.served(made[0]);
        return made[0];
    }

    private RectificationNotice notice(Inspection i, List<Asked> asked, LocalDate today, Instant now) {
        if (asked.size() > MOST) throw bad(0, "一份通知书最多 %s 个问题", "a notice has at most %s problems", MOST);
        int inYear = rectifications.nextNumber(i.inspecting, today.getYear());
        RectificationNotice n = new RectificationNotice();
        n.id = UUID.randomUUID();
        n.number = "%s整〔%d〕%d号".formatted(i.inspecting, today.getYear(), inYear);
        n.inspection = i.id;
        n.unitCode = i.unitCode;
        n.unitName = i.unitName;
        n.regionCode = i.regionCode;
        n.issuer = i.inspecting;
        n.issuerName = i.inspectingName;
        n.standardCode = i.standardCode;
        n.release = i.release;
        n.coefficientSet = i.coefficientSet;
        n.checkedOn = i.checkedOn;
        n.servedOn = today;
        n.servedBy = person.name();
        n.problems = problems(i, asked, today);
        n.history.add(new RectificationNotice.Happened(0, "SERVE", null, person.name(), person.node(), now));
        rectifications.add(n, inYear, paths.pathOf(i.unitCode).orElseThrow());
        return n;
    }

    private List<NumberedProblem> problems(Inspection i, List<Asked> asked, LocalDate today) {
        Set<String> left = new HashSet<>(i.problems());
        List<NumberedProblem> problems = new ArrayList<>();
        for (Asked a : asked) {
            problems.add(problem(i, a, problems.size() + 1, today));
            left.remove(a.item());
        }
        if (!left.isEmpty()) {
            throw bad(
                    problems.size() + 1,
                    "检查项 %s 存在问题，须写入通知书",
                    "the items %s have a problem and belong on the notice",
                    left);
        }
        return problems;
    }

    private NumberedProblem problem(Inspection i, Asked a, int no, LocalDate today) {
        Inspection.Finding finding = a.item() == null ? null : i.findings.get(a.item());
        if (a.item() != null && (finding == null || finding.outcome() != Outcome.PROBLEM)) {
            throw bad(no, "检查项 %s 没有问题", "the item %s has no problem", a.item());
        }
        NumberedProblem p = new NumberedProblem();
        p.no = no;
        p.item = a.item();
        p.clause = first(a.clause(), named(i, a.item()), no, "条款", "the clause");
        p.found = first(a.found(), finding == null ? null : finding.remark(), no, "问题情况", "what was found");
        p.responsible = first(a.responsible(), null, no, "责任人", "who is responsible");
        p.evidenceAsked = Said.isBlank(a.evidence()) ? null : Said.text(a.evidence());
        if (a.term() == null) throw bad(no, "请给出整改类别", "say whether it is short or long");
        p.term = a.term();
        LocalDate latest = today.plus(a.term() == Term.SHORT ? config.shortTerm() : config.longTerm());
        if (a.deadline() == null || !a.deadline().isAfter(today) || a.deadline().isAfter(latest)) {
            throw bad(no, "整改期限应晚于 %s，不超过 %s", "its day is after %s, and %s at the latest", today, latest);
        }
        p.deadline = a.deadline();
        return p;
    }

    private static String named(Inspection i, String item) {
        return i.items.stream()
                .filter(c -> c.code().equals(item))
                .map(c -> c.code() + " " + c.name().zh())
                .findFirst()
                .orElse(null);
    }

    private static String first(String said, String otherwise, int no, String zh, String en) {
        if (!Said.isBlank(said)) return Said.text(said);
        if (otherwise == null) throw bad(no, "缺少%s", "%2$s is missing", zh, en);
        return otherwise;
    }

    private static RuntimeException bad(int no, String zh, String en, Object... args) {
        Object[] all = args;
        return InspectionProblem.NOT_A_VALID_PROBLEM.because("第 " + no + " 项：" + zh, "problem " + no + ": " + en, all);
    }
}
