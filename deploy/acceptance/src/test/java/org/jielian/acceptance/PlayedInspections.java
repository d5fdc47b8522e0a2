package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jielian.local.Service;

/**
 * Inspections in the spring of the played year, each with another end: nothing found; a problem that is mended, returned once and verified; one
 * that is mended too late, when a task has been opened; one that nobody mends.
 */
final class PlayedInspections {
    private final PlayedYear year;
    private final Jielian jielian;
    private final List<String> counties;
    private final Map<String, String> notices = new TreeMap<>();
    private InspectedUnits units;
    private LocalDate day;

    PlayedInspections(PlayedYear year) {
        this.year = year;
        this.jielian = year.jielian();
        this.counties = jielian.sample().counties().subList(20, 24).stream()
                .map(Sample.Region::code)
                .toList();
    }

    void find(LocalDate on) {
        year.goTo(on);
        day = on;
        units = new InspectedUnits(jielian, day);
        units.nothingFound(counties.get(0));
        for (String county : counties.subList(1, 4)) notices.put(county, units.served(county));
        String mended = counties.get(1);
        String notice = notices.get(mended);
        answered(notice, mended, "已制定计划");
        units.problem(mended, notice, "{\"action\": \"RETURN\", \"text\": \"计划没有盖章\"}")
                .ok();
        answered(notice, mended, "已盖章");
        units.problem(mended, notice, "{\"action\": \"VERIFY\"}").ok();
    }

    private void answered(String notice, String county, String words) {
        String unit = units.unit(county);
        units.problem(unit, notice, units.answer(unit, words)).ok();
    }

    /** The day of the problems is over: those that were not mended became tasks, and one is mended now. */
    void followUp() {
        day = day.plusDays(InspectedUnits.TERM + 1);
        year.goTo(day);
        units = new InspectedUnits(jielian, day);
        String late = counties.get(2);
        await("tasks of overdue notices").atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(open())
                .hasSize(2));
        answered(notices.get(late), late, "已整改");
        units.problem(late, notices.get(late), "{\"action\": \"VERIFY\"}").ok();
        await("the task of what was mended to say so")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(open()).containsExactly(units.unit(counties.get(3))));
    }

    void addUp(Recount recount) {
        Map<String, Long> inspections = listed("/api/inspections");
        Map<String, Long> rectifications = new TreeMap<>();
        for (JsonNode notice : notices()) {
            boolean closed = !notice.path("closedAt").isNull()
                    && !notice.path("closedAt").isMissingNode();
            rectifications.merge(String.valueOf(closed), 1L, Long::sum);
        }
        System.out.printf(
                "  inspections by status: %s; notices by whether they are closed: %s%n", inspections, rectifications);
        assertThat(recount.standing("inspection", "after ->> 'status'"))
                .isEqualTo(inspections)
                .isEqualTo(Map.of("CLOSED", 1L, "RECTIFIED", 2L, "NOTIFIED", 1L));
        assertThat(recount.standing("rectification", "(after ->> 'closedAt' is not null)::text"))
                .isEqualTo(rectifications);
    }

    private List<JsonNode> notices() {
        List<JsonNode> found = new ArrayList<>();
        for (String id : notices.values()) found.add(get(PROVINCE, "/api/rectifications/" + id));
        return found;
    }

    private Map<String, Long> listed(String path) {
        Map<String, Long> counted = new TreeMap<>();
        get(PROVINCE, path + "?limit=1000&region=" + PROVINCE)
                .path("items")
                .forEach(i -> counted.merge(i.path("status").asText(), 1L, Long::sum));
        return counted;
    }

    private List<String> open() {
        List<String> targets = new ArrayList<>();
        for (JsonNode task : get(PROVINCE, "/api/tasks?kind=INSPECTION_FINDING&limit=1000&region=" + PROVINCE)
                .path("items"))
            if (task.path("causeGoneAt").isNull() && task.path("closedAt").isNull())
                targets.add(task.path("target").asText());
        return targets;
    }

    private JsonNode get(String person, String path) {
        return jielian.as(person).get(Service.SUPERVISION, path).ok().json();
    }
}
