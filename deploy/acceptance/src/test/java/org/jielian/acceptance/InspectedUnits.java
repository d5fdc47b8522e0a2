package org.jielian.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.jielian.local.Service;

/** Inspections on a day, from the plan to the notice and its answer. */
final class InspectedUnits {
    /** Days there are to mend what was found. */
    static final int TERM = 30;

    private final Jielian jielian;
    private final LocalDate day;

    InspectedUnits(Jielian jielian, LocalDate day) {
        this.jielian = jielian;
        this.day = day;
    }

    /** The unit of a county that can sign in. */
    String unit(String county) {
        return jielian.sample().unitsOf(county).get(0).code();
    }

    /** The sample's standard takes a while to reach every county: until it has, there is no checklist and so no plan. */
    String plan(String region, String kind, String more) {
        String asked = """
                {"region": "%s", "kind": "%s", "name": "年度检查", "standardCode": "JNJG", "year": %d, "from": "%s", "to": "%s", %s}""".formatted(region, kind, day.getYear(), day, day, more);
        Answer[] made = new Answer[1];
        await("the standard to be in force in " + region)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    made[0] = jielian.as(region).post(Service.SUPERVISION, "/api/inspection-plans", asked);
                    return made[0].status() != 409;
                });
        return made[0].ok().json().path("id").asText();
    }

    /** The one inspection of a plan for one unit. */
    String planned(String region, String kind, String unit, String more) {
        String plan = plan(region, kind, "\"units\": [\"%s\"], \"inspectors\": [\"王芳\"]%s".formatted(unit, more));
        return get(region, "/api/inspections?plan=" + plan).at("/items/0/id").asText();
    }

    private String planned(String county) {
        return planned(county, "PLANNED", unit(county), "");
    }

    JsonNode step(String person, String inspection, String action) {
        return post(person, "/api/inspections/" + inspection + "/steps", """
                {"action": "%s", "text": "按检查表现场查看", "agrees": true}""".formatted(action));
    }

    /** Begun, looked at one item, concluded and confirmed by the unit. */
    private String checked(String inspectors, String unit, String inspection, String outcome) {
        String item = step(inspectors, inspection, "BEGIN").at("/items/0/code").asText();
        jielian.as(inspectors)
                .put(Service.SUPERVISION, "/api/inspections/" + inspection + "/items/" + item, outcome)
                .ok();
        step(inspectors, inspection, "CONCLUDE");
        step(unit, inspection, "CONFIRM");
        return item;
    }

    /** An inspection that finds nothing. */
    void nothingFound(String county) {
        String id = planned(county);
        checked(county, unit(county), id, "{\"outcome\": \"SATISFIED\"}");
        step(county, id, "CLOSE");
    }

    /** The notice of an inspection by a county that found a problem. */
    String served(String county) {
        return served(county, unit(county), planned(county));
    }

    /** The notice of an inspection that found a problem, shown by a photograph. */
    String served(String inspectors, String unit, String inspection) {
        String item = checked(inspectors, unit, inspection, """
                {"outcome": "PROBLEM", "remark": "没有年度计划", "evidence": ["%s"]}""".formatted(photo(inspectors, unit, "found")));
        return post(inspectors, "/api/inspections/" + inspection + "/notice", """
                        {"problems": [{"item": "%s", "term": "SHORT", "deadline": "%s", "responsible": "办公室主任", "evidence": "计划"}]}""".formatted(item, day.plusDays(TERM)))
                .path("id")
                .asText();
    }

    /** What a unit has to say of the one problem of a notice, with something that shows it. */
    String answer(String unit, String words) {
        return """
                {"action": "ANSWER", "text": "%s", "day": "%s", "evidence": ["%s"]}""".formatted(words, day, photo(unit, unit, words));
    }

    /** A step of the one problem of a notice. */
    Answer problem(String person, String notice, String body) {
        return jielian.as(person)
                .post(Service.SUPERVISION, "/api/rectifications/" + notice + "/problems/1/steps", body);
    }

    private String photo(String person, String unit, String words) {
        return jielian.as(person)
                .upload(
                        Service.SUPERVISION,
                        "/api/evidence?name=photo.pdf&node=" + unit,
                        BodyPublishers.ofByteArray(
                                ("%PDF-1.7 " + person + day + words).getBytes(StandardCharsets.UTF_8)))
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
