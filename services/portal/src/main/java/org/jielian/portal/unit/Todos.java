package org.jielian.portal.unit;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jielian.portal.clients.Report;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.unit.Desk.Todo;

/** What a unit has to do, the most pressing first: what was sent back, what is due, what lies there unfinished. */
final class Todos {
    private static final int MONTHS_BACK = 12;

    private final Ledger ledger;
    private final Words words;

    Todos(Ledger ledger) {
        this.ledger = ledger;
        this.words = ledger.words();
    }

    List<Todo> list() {
        List<Todo> todos = new ArrayList<>();
        months().filter(m -> ledger.status(m) == MonthStatus.RETURNED).forEach(m -> todos.add(returned(m)));
        YearMonth due = ledger.due();
        if (ledger.status(due) == MonthStatus.MISSING) {
            todos.add(new Todo(words.get("todoDue", words.month(due)), ledger.deadline(due), address(due), "poor"));
        }
        List<YearMonth> drafts =
                months().filter(m -> ledger.status(m) == MonthStatus.DRAFT).toList();
        drafts.forEach(m -> todos.add(
                new Todo(words.get("todoDraft", words.month(m)), words.get("todoDraftDetail"), address(m), "fair")));
        List<YearMonth> older = months().filter(m -> !m.equals(due) && ledger.status(m) == MonthStatus.MISSING)
                .toList();
        if (!older.isEmpty()) {
            todos.add(new Todo(
                    words.get("todoOlder", older.size()),
                    words.get("todoOlderDetail", words.month(older.get(older.size() - 1)), words.month(older.get(0))),
                    address(older.get(0)),
                    "poor"));
        }
        if (todos.isEmpty())
            todos.add(new Todo(words.get("todoNothing"), words.get("todoNothingDetail"), address(due), "good"));
        return todos;
    }

    private Todo returned(YearMonth month) {
        Report.Return back = ledger.months().find(month).map(Report::returned).orElse(null);
        int cells = back == null ? 0 : back.cells().size();
        String comment = back == null || back.comment() == null ? "" : back.comment();
        return new Todo(
                words.get("todoReturned", words.month(month)),
                cells == 0 ? comment : words.get("todoReturnedCells", cells) + " " + comment,
                address(month),
                "poor");
    }

    /** The newest first, as far back as somebody would still look. */
    private Stream<YearMonth> months() {
        return Stream.iterate(ledger.now(), m -> m.minusMonths(1)).limit(MONTHS_BACK);
    }

    private String address(YearMonth month) {
        return Addresses.unit(ledger.unit().code()) + "?month=" + month + "#desk";
    }
}
