package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
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
    private static final int TERM = 30;

    private final PlayedYear year;
    private final Jielian jielian;
    private final List<String> counties;
    private final Map<String, String> notices = new TreeMap<>();
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
        nothingFound(counties.get(0));
        for (String county : counties.subList(1, 4)) notices.put(county, served(county));
        String mended = counties.get(1);
        answer(mended, "已制定计划");
        problem(mended, mended, "{\"action\": \"RETURN\", \"text\": \"计划没有盖章\"}");
        answer(mended, "已盖章");
        problem(mended, mended, "{\"action\": \"VERIFY\"}");
    }

    /** The day of the problems is over: those that were not mended became tasks, and one is mended now. */
    void followUp() {
        day = day.plusDays(TERM + 1);
        year.goTo(day);
        String late = counties.get(2);
        await("tasks of overdue notices").atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(open())
                .hasSize(2));
        answer(late, "已整改");
        problem(late, late, "{\"action\": \"VERIFY\"}");
        await("the task of what was mended to say so")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(open()).containsExactly(unit(counties.get(3))));
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

    private String unit(String county) {
        return jielian.sample().unitsOf(county).get(0).code();
    }

    private String begun(String county) {
        String plan = post(
                        county, "/api/inspection-plans", """
                        {"region": "%s", "kind": "PLANNED", "name": "年度检查", "standardCode": "JNJG", "year": %d, "from": "%s", "to": "%s",
                         "units": ["%s"], "inspectors": ["王芳"]}""".formatted(county, day.getYear(), day, day, unit(county)))
                .path("id")
                .asText();
        return get(county, "/api/inspections?plan=" + plan).at("/items/0/id").asText();
    }

    private JsonNode step(String person, String inspection, String action) {
        return post(person, "/api/inspections/" + inspection + "/steps", """
                {"action": "%s", "text": "按检查表现场查看", "agrees": true}""".formatted(action));
    }

    private void found(String county, String inspection, String item, String said) {
        jielian.as(county)
                .put(Service.SUPERVISION, "/api/inspections/" + inspection + "/items/" + item, said)
                .ok();
        step(county, inspection, "CONCLUDE");
        step(unit(county), inspection, "CONFIRM");
    }

    private void nothingFound(String county) {
        String id = begun(county);
        String item = step(county, id, "BEGIN").at("/items/0/code").asText();
        found(county, id, item, "{\"outcome\": \"SATISFIED\"}");
        step(county, id, "CLOSE");
    }

    private String served(String county) {
        String id = begun(county);
        String item = step(county, id, "BEGIN").at("/items/0/code").asText();
        found(county, id, item, """
                {"outcome": "PROBLEM", "remark": "没有年度计划", "evidence": ["%s"]}""".formatted(photo(county, county)));
        return post(county, "/api/inspections/" + id + "/notice", """
                        {"problems": [{"item": "%s", "term": "SHORT", "deadline": "%s", "responsible": "办公室主任", "evidence": "计划"}]}""".formatted(item, day.plusDays(TERM)))
                .path("id")
                .asText();
    }

    private void answer(String county, String words) {
        problem(unit(county), county, """
                {"action": "ANSWER", "text": "%s", "day": "%s", "evidence": ["%s"]}""".formatted(words, day, photo(unit(county), county)));
    }

    private void problem(String person, String county, String body) {
        post(person, "/api/rectifications/" + notices.get(county) + "/problems/1/steps", body);
    }

    private String photo(String person, String county) {
        return jielian.as(person)
                .upload(
                        Service.SUPERVISION,
                        "/api/evidence?name=photo.pdf&node=" + unit(county),
                        BodyPublishers.ofByteArray(("%PDF-1.7 " + person + day).getBytes(StandardCharsets.UTF_8)))
                .ok()
                .json()
                .path("id")
                .asText();
    }

    private JsonNode post(String person, String path, String json) {
        return jielian.as(person).post(Service.SUPERVISION, path, json).ok().json();
    }

    private JsonNode get(String person, String path) {
        return jielian.as(person).get(Service.SUPERVISION, path).ok().json();
    }
}
