package org.jielian.supervision.tasks;

import java.time.LocalDate;
import org.jielian.foundation.problems.Text;

/**
 * Something a task is opened for.
 *
 * @param node the unit or region it is about, which will have to answer
 * @param period month or year it is about; {@code null} when it is about none
 * @param key what makes it this cause and no other, beside kind and node: no task is opened for the same a second time
 * @param title one line
 * @param detail what one needs to know to act on it
 * @param due by when it has to be done; {@code null} for the usual working days, or while nothing waits for the node
 */
public record Cause(TaskKind kind, String node, String period, String key, Text title, Text detail, LocalDate due) {
    /** A cause that has no day of its own. */
    public Cause(TaskKind kind, String node, String period, String key, Text title, Text detail) {
        this(kind, node, period, key, title, detail, null);
    }

    /** Kind, node and key together. */
    String fullKey() {
        return kind + "/" + node + "/" + key;
    }
}
