package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jielian.local.LocalSystem;
import org.jielian.local.Options;
import org.jielian.local.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The sample's year 2025 as it would have gone, on a system of its own whose clock goes through it: reports come late or not at all, tasks
 * open, are answered, closed, and climb to the province; inspections find and verify; in the following spring units are recognised, cities are
 * assessed, titles are checked again and one is lost.
 * In the end all that the interface counts is counted once more from the audit trail.
 */
@Tag("year")
class YearPlayedIT {
    private static final LocalDate BEGIN = LocalDate.of(2025, 1, 6);
    private static final int YEAR = 2025;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static LocalSystem system;
    private static PlayedYear year;
    private static Jielian jielian;

    @BeforeAll
    static void begin() {
        Path data = Path.of("target/played-year").toAbsolutePath();
        system = LocalSystem.start(
                Options.in(data)
                        .withPorts(RunningSystem.freeBase())
                        .fromNothing()
                        .from(BEGIN),
                RunningSystem.told());
        jielian = new Jielian(system);
        year = new PlayedYear(jielian);
    }

    @AfterAll
    static void end() {
        if (system != null) system.close();
    }

    @Test
    void everythingThatHappenedInAYearAddsUp() {
        Set<String> answered = new TreeSet<>();
        PlayedInspections inspections = new PlayedInspections(year);
        PlayedAssessment assessment = new PlayedAssessment(year, YEAR);
        for (int month = 1; month <= 12; month++) {
            answered.addAll(play(YearMonth.of(YEAR, month)));
            if (month == 3) inspections.find(LocalDate.of(YEAR, 4, 22));
            if (month == 4) inspections.followUp();
            if (month == 5)
                assessment.ask(
                        LocalDate.of(YEAR, 6, 19),
                        jielian.sample().cities().get(2).code());
        }
        assertThat(answered).as("tasks that were answered and verified").isNotEmpty();
        Titles titles = new Titles(year, YEAR);
        titles.recogniseThree(LocalDate.of(2026, 1, 26));
        assessment.assess(LocalDate.of(2026, 3, 16));
        titles.checkAgain(LocalDate.of(2026, 5, 11));
        year.awaitClimbed();

        Recount recount = new Recount(system);
        tasksAddUp(recount, answered);
        titles.addUp(recount);
        inspections.addUp(recount);
        assessment.addUp(recount);
        reportsAddUp(recount);
    }

    /** A month is reported in the one after it. The tasks that were answered and verified. */
    private static Set<String> play(YearMonth month) {
        LocalDate after = month.plusMonths(1).atDay(1);
        year.goTo(after.withDayOfMonth(3));
        year.reportOnTime(month);
        // whatever holidays there are, the day is over by then
        year.goTo(after.withDayOfMonth(13));
        Set<String> missing = year.missing(month);
        Set<String> owed = new TreeSet<>(missing);
        owed.addAll(year.late(month));
        year.awaitMissing(month, owed);
        year.goTo(after.withDayOfMonth(17));
        year.report(month, year.late(month));
        year.awaitMissing(month, missing);
        closeWhatIsGone();
        Set<String> answered = answer(month, missing);
        year.awaitClimbed();
        return answered;
    }

    /** One click each of whoever is in charge. */
    private static void closeWhatIsGone() {
        for (JsonNode task : tasks("&status=OPEN")) {
            if (task.path("causeGoneAt").isNull()) continue;
            jielian.as(task.path("holder").asText())
                    .post(Service.SUPERVISION, "/api/tasks/" + task.path("id").asText() + "/closing", "")
                    .ok();
        }
    }

    /** Whoever of them can sign in says why; the first answer is not enough. */
    private static Set<String> answer(YearMonth month, Set<String> missing) {
        Set<String> answered = new TreeSet<>();
        for (JsonNode task : tasks("&kind=REPORT_MISSING&status=OPEN")) {
            String unit = task.path("target").asText();
            if (!task.path("period").asText().equals(month.toString())) continue;
            if (!missing.contains(unit) || !jielian.sample().canSignIn(unit)) continue;
            String id = task.path("id").asText();
            step(unit, id, "answer", "{\"text\": \"电表损坏，正在更换。\"}");
            step(task.path("holder").asText(), id, "return", "{\"reason\": \"请说明何时补报。\"}");
            step(unit, id, "answer", "{\"text\": \"无法补报，已按规定说明。\"}");
            step(task.path("holder").asText(), id, "verification", "{\"reason\": \"情况属实。\"}");
            answered.add(id);
        }
        return answered;
    }

    private static void step(String person, String task, String step, String body) {
        jielian.as(person)
                .post(Service.SUPERVISION, "/api/tasks/" + task + "/" + step, body)
                .ok();
    }

    private static List<JsonNode> tasks(String filter) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = jielian.as(PROVINCE)
                    .get(Service.SUPERVISION, "/api/tasks?limit=1000&region=" + PROVINCE + filter + cursor)
                    .ok()
                    .json();
            page.path("items").forEach(found::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : null;
        } while (cursor != null);
        return found;
    }

    private static void tasksAddUp(Recount recount, Set<String> answered) {
        Map<String, Long> listed = new TreeMap<>();
        Map<String, Long> records = new TreeMap<>();
        for (JsonNode task : tasks("")) {
            String rung = task.path("rung").asText();
            listed.merge(task.path("status").asText() + "/" + rung, 1L, Long::sum);
            if (!Set.of("CRITICISED", "SUMMONED").contains(rung)) continue;
            JsonNode kept = jielian.as(PROVINCE)
                    .get(Service.SUPERVISION, "/api/tasks/" + task.path("id").asText())
                    .ok()
                    .json()
                    .path("records");
            kept.forEach(record -> records.merge(record.path("rung").asText(), 1L, Long::sum));
        }
        System.out.printf("  tasks by status and rung: %s; criticisms and summonses: %s%n", listed, records);

        assertThat(recount.standing("task", "(after ->> 'status') || '/' || (after ->> 'rung')"))
                .isEqualTo(listed);
        Map<String, Long> climbed = recount.steps("TASK_CLIMB", "after ->> 'rung'");
        climbed.keySet().retainAll(Set.of("CRITICISED", "SUMMONED"));
        assertThat(climbed).isEqualTo(records).containsKeys("CRITICISED", "SUMMONED");
        assertThat(recount.steps("TASK_VERIFY", "after ->> 'status'").get("VERIFIED"))
                .isEqualTo(answered.size());
        assertThat(tasks("&kind=ABOVE_CONSTRAINT")).as("limits were exceeded").isNotEmpty();
        assertThat(tasks("&rung=SUMMONED").stream().map(t -> t.path("holder").asText()))
                .as("what was criticised is in the province's charge")
                .containsOnly(PROVINCE);
    }

    private static void reportsAddUp(Recount recount) {
        Map<String, Long> rolledUp = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            String period = YearMonth.of(YEAR, month).toString();
            jielian.settle(period);
            rolledUp.put(
                    period,
                    jielian.rollup(PROVINCE, period).at("/units/reported").asLong());
        }
        assertThat(recount.reports()).isEqualTo(rolledUp);
    }

    /** Recognition in the spring after the year. */
    private static final class Titles {
        private final PlayedYear year;
        private final Jielian jielian;
        private final int of;
        private final List<Example> examples = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();

        private record Example(String unit, String county, String city) {}

        Titles(PlayedYear year, int of) {
            this.year = year;
            this.jielian = year.jielian();
            this.of = of;
        }

        void recogniseThree(LocalDate day) {
            year.goTo(day);
            findThree();
            for (Example e : examples) ids.add(evaluates(e));
            for (int i = 0; i < ids.size(); i++) review(examples.get(i), ids.get(i));
            LocalDate last =
                    LocalDate.parse(title(ids.get(0)).path("noticeUntil").asText());
            year.goTo(last.plusDays(1));
            for (String id : ids) awaitState(id, "RECOGNISED");
        }

        /** The first is confirmed, the second does not mend what is wrong in time and loses its title, the third is left alone. */
        void checkAgain(LocalDate day) {
            year.goTo(day);
            step(PROVINCE, ids.get(0), "OPEN_RECHECK", "抽查", null);
            step(PROVINCE, ids.get(1), "OPEN_RECHECK", "群众反映浪费", null);
            step(examples.get(0).county(), ids.get(0), "CONFIRM", "与申报一致", null);
            step(examples.get(1).county(), ids.get(1), "RECTIFY", "空调温度不合要求", 30);
            year.goTo(day.plusDays(30));
            assertThat(title(ids.get(1)).path("state").asText()).isEqualTo("RECTIFYING");
            year.goTo(day.plusDays(31));
            awaitState(ids.get(1), "REVOKED");
            assertThat(title(ids.get(0)).path("state").asText()).isEqualTo("CONFIRMED");
            assertThat(title(ids.get(2)).path("state").asText()).isEqualTo("RECOGNISED");
        }

        void addUp(Recount recount) {
            Map<String, Long> counted = new TreeMap<>();
            // the province's own units and each city's
            for (JsonNode line : jielian.as(PROVINCE)
                    .get(Service.SUPERVISION, "/api/titles/pipeline?region=" + PROVINCE)
                    .ok()
                    .json()
                    .path("items")) {
                line.path("states").properties().forEach(state -> {
                    if (state.getValue().asLong() > 0)
                        counted.merge(state.getKey(), state.getValue().asLong(), Long::sum);
                });
            }
            System.out.printf("  titles by state: %s%n", counted);
            assertThat(recount.standing("title", "after ->> 'state'"))
                    .isEqualTo(counted)
                    .isEqualTo(Map.of("CONFIRMED", 1L, "REVOKED", 1L, "RECOGNISED", 1L));
        }

        private void findThree() {
            for (Sample.Region county : jielian.sample().counties()) {
                if (examples.size() == 3) return;
                String unit = jielian.sample().unitsOf(county.code()).get(0).code();
                JsonNode lacking = jielian.operator()
                        .get(
                                Service.SUPERVISION,
                                "/api/titles/why-not-yet?standard=JNJG&year=" + of + "&region=" + unit)
                        .ok()
                        .json();
                JsonNode line = lacking.at("/items/0");
                if (lacking.path("total").asInt() == 0 || line.path("failing").size() > 0) continue;
                if (line.path("monthsMissing").asInt(1) != 0) continue;
                examples.add(new Example(unit, county.code(), county.parent()));
            }
            assertThat(examples).hasSize(3);
        }

        private String evaluates(Example e) {
            Api unit = jielian.as(e.unit());
            String id = unit.post(
                            Service.SUPERVISION,
                            "/api/titles",
                            "{\"unitCode\": \"%s\", \"standardCode\": \"JNJG\", \"year\": %d}".formatted(e.unit(), of))
                    .ok()
                    .json()
                    .path("id")
                    .asText();
            SelfEvaluation.fillIn(unit, id);
            step(e.unit(), id, "EVALUATE", null, null);
            step(e.unit(), id, "SUBMIT", null, null);
            return id;
        }

        private void review(Example e, String id) {
            step(e.county(), id, "TAKE_UP", null, null);
            step(e.county(), id, "FORWARD", null, null);
            visit(e.city(), id);
            step(e.city(), id, "FORWARD", null, null);
            visit(PROVINCE, id);
            step(PROVINCE, id, "PUBLISH", null, null);
        }

        /** All are drawn for a visit. */
        private void visit(String region, String id) {
            jielian.as(region)
                    .post(
                            Service.SUPERVISION,
                            "/api/titles/samples",
                            "{\"region\": \"%s\", \"percent\": 100, \"seed\": \"2026-%s\"}".formatted(region, id))
                    .ok();
            jielian.as(region)
                    .post(
                            Service.SUPERVISION,
                            "/api/titles/" + id + "/visits",
                            "{\"on\": \"2026-01-26\", \"found\": \"与申报一致\"}")
                    .ok();
        }

        private void step(String person, String id, String action, String reason, Integer days) {
            String body = "{\"action\": \"" + action + "\""
                    + (reason == null ? "" : ", \"reason\": \"" + reason + "\"")
                    + (days == null ? "" : ", \"days\": " + days) + "}";
            jielian.as(person)
                    .post(Service.SUPERVISION, "/api/titles/" + id + "/steps", body)
                    .ok();
        }

        private JsonNode title(String id) {
            return jielian.as(PROVINCE)
                    .get(Service.SUPERVISION, "/api/titles/" + id)
                    .ok()
                    .json();
        }

        private void awaitState(String id, String state) {
            await(state)
                    .atMost(PATIENCE)
                    .until(() -> title(id).path("state").asText().equals(state));
        }
    }
}
