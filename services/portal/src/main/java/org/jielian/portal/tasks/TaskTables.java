package org.jielian.portal.tasks;

import java.util.List;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** Tasks in tables. */
final class TaskTables {
    private final CurrentLanguage language;
    private final Words words;

    TaskTables(CurrentLanguage language) {
        this.language = language;
        this.words = language.words();
    }

    /** {@code next} and {@code xlsx} may be {@code null}. */
    Table list(List<Task.Line> lines, String sort, String address, String xlsx, String next) {
        Table.Maker table = Table.called("tasks", words.get("menuTasks"))
                .text("title", words.get("taskTitle"))
                .text("due", words.get("taskDue"))
                .text("rung", words.get("taskRung"))
                .text("target", words.get("taskTarget"))
                .text("status", words.get("state"))
                .text("holder", words.get("taskHolder"))
                .sortedThere(sort, address, List.of("due"))
                .whenEmpty(words.get("noTasks"))
                .xlsx(xlsx)
                .next(next);
        lines.forEach(line -> table.row(cells(line), grade(line)));
        return table.make();
    }

    private List<Cell> cells(Task.Line l) {
        String status = words.get("taskStatus" + l.status());
        return List.of(
                Cell.link(l.title().in(language.get()), "/tasks/" + l.id()),
                Cell.text(l.due().toString()),
                Cell.graded(words.get("taskRung" + l.rung()), l.rung(), grade(l)),
                Cell.text(l.targetName() == null ? l.target() : l.targetName()),
                Cell.text(l.causeGoneAt() == null ? status : status + " · " + words.get("taskCauseGone")),
                Cell.text(l.holderName() == null ? l.holder() : l.holderName()));
    }

    private static String grade(Task.Line l) {
        return switch (l.rung()) {
            case "RED", "CRITICISED", "SUMMONED" -> "worse";
            case "YELLOW" -> "warn";
            default -> null;
        };
    }

    /** @param kind of the task; what is rectified leads to its notice, where it is answered */
    Table causes(String kind, List<Task.Cause> causes) {
        Table.Maker table = Table.called("causes", words.get("taskCauses"))
                .text("cause", words.get("taskCause"))
                .text("node", words.get("unitOrRegion"))
                .text("since", words.get("since"))
                .text("gone", words.get("taskCauseGone"));
        for (Task.Cause c : causes) {
            String title = language.get() == org.jielian.portal.i18n.Language.EN ? c.titleEn() : c.titleZh();
            table.row(List.of(
                    kind.equals("INSPECTION_FINDING")
                            ? Cell.link(title, "/rectifications/" + c.key())
                            : Cell.text(title),
                    Cell.text(c.node()),
                    Cell.text(words.time(c.since())),
                    Cell.text(c.goneAt() == null ? null : words.time(c.goneAt()))));
        }
        return table.make();
    }

    Table history(List<Task.Step> steps) {
        Table.Maker table = Table.called("history", words.get("taskHistory"))
                .text("at", words.get("when"))
                .text("who", words.get("who"))
                .text("action", words.get("taskStep"))
                .text("reason", words.get("taskWord"))
                .text("status", words.get("state"))
                .text("rung", words.get("taskRung"));
        for (Task.Step s : steps) {
            table.row(List.of(
                    Cell.text(words.time(s.at())),
                    Cell.text(who(s)),
                    Cell.text(words.get("step" + s.action())),
                    Cell.text(s.reason()),
                    Cell.text(words.get("taskStatus" + s.status())),
                    Cell.text(words.get("taskRung" + s.rung()))));
        }
        return table.make();
    }

    private String who(Task.Step s) {
        if ("system".equals(s.who())) return words.get("theSystem");
        return s.node() == null || s.node().equals(s.who()) ? s.who() : s.who() + " (" + s.node() + ")";
    }
}
