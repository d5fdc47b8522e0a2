package org.jielian.portal.tasks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.contracts.TaskState;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** The lists of tasks, alike for units and regions: what I must do, what I wait for, what climbed to me, all. */
@RequestScoped
public class TaskLists {
    private static final int PAGE = 50;
    private static final int MOST = 1000;
    private static final List<String> KINDS = List.of(
            "REPORT_MISSING",
            "EXPLANATION_REFUSED",
            "ABOVE_CONSTRAINT",
            "TARGET_MISSED",
            "RELEASE_NOT_CONFIRMED",
            "VALUES_IN_CONFLICT",
            "INSPECTION_FINDING",
            "TITLE_AT_RISK",
            "REVIEW_LATE",
            "BY_PERSON");
    private static final List<String> TABS = List.of("todo", "waiting", "climbed", "all");

    @RestClient
    TasksClient tasks;

    @Inject
    CurrentLanguage language;

    @Inject
    Downloads downloads;

    @Inject
    Clock clock;

    /** What the page shows: tabs, states to choose from, what was searched and the table. */
    public record View(
            String address,
            String tab,
            List<Tab> tabs,
            List<Option> states,
            List<Option> kinds,
            String q,
            Table table) {}

    /** One of the lists. */
    public record Tab(String href, String label, boolean here) {}

    /**
     * One page of a list.
     *
     * @param address of the list's page
     * @param region whose subtree is looked at; {@code null} for everything one sees
     */
    View view(String address, String region, TaskParams p) {
        String tab = p.tab == null || !TABS.contains(p.tab) ? "todo" : p.tab;
        String query = "?tab=" + tab + p.narrowed();
        Listing<Task.Line> page = ask(tab, region, p, p.cursor, PAGE);
        String sorted = query + (p.sort == null ? "" : "&sort=" + p.sort);
        Table table = new TaskTables(language)
                .list(
                        page.items(),
                        p.sort == null ? "due" : p.sort,
                        address + query,
                        address + ".xlsx" + sorted,
                        page.next() == null ? null : address + sorted + "&cursor=" + page.next());
        Words words = language.words();
        return new View(
                address,
                tab,
                TABS.stream()
                        .map(t -> new Tab(address + "?tab=" + t, words.get("tasks_" + t), t.equals(tab)))
                        .toList(),
                options(
                        p.status(),
                        "allStates",
                        "taskStatus",
                        Arrays.stream(TaskState.Status.values()).map(Enum::name),
                        words),
                options(p.kind(), "allKinds", "taskKind", KINDS.stream(), words),
                p.q,
                table);
    }

    Response download(String place, String region, TaskParams p) {
        String tab = p.tab == null ? "all" : p.tab;
        List<Task.Line> all = Listing.all(cursor -> ask(tab, region, p, cursor, MOST));
        Words words = language.words();
        return downloads.xlsx(
                place,
                new TaskTables(language).list(all, null, "", null, null),
                List.of(words.get("asOf", words.time(clock.instant()))));
    }

    /**
     * How much one must do, and how much climbed to one.
     *
     * @param first the most urgent to do, and after them of what climbed here and others have to do
     */
    record Waiting(List<Task.Line> first, long todo, long climbed) {}

    Waiting waiting(int shown) {
        TaskParams all = new TaskParams();
        Listing<Task.Line> todo = ask("todo", null, all, null, shown);
        Listing<Task.Line> climbed = ask("climbed", null, all, null, shown);
        Set<String> own = todo.items().stream().map(Task.Line::id).collect(Collectors.toSet());
        List<Task.Line> first = new ArrayList<>(todo.items());
        climbed.items().stream().filter(task -> !own.contains(task.id())).forEach(first::add);
        return new Waiting(first, todo.total(), climbed.total());
    }

    private Listing<Task.Line> ask(String tab, String region, TaskParams p, String cursor, int limit) {
        String order = "-due".equals(p.sort) ? "desc" : "asc";
        return tasks.list(tab, region, p.status(), p.kind(), null, p.q(), "due", order, cursor, limit);
    }

    private static List<Option> options(String chosen, String all, String prefix, Stream<String> values, Words words) {
        return Stream.concat(
                        Stream.of(new Option("", words.get(all), chosen == null)),
                        values.map(v -> new Option(v, words.get(prefix + v), v.equals(chosen))))
                .toList();
    }
}
