package org.jielian.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.jielian.local.Service;

/** Inspections by counties of the unit of theirs that can sign in, on a day. */
final class InspectedUnits {
    /** Days there are to mend what was found. */
    static final int TERM = 30;

    private final Jielian jielian;
    private final LocalDate day;

    InspectedUnits(Jielian jielian, LocalDate day) {
        this.jielian = jielian;
        this.day = day;
    }

    String unit(String county) {
        return jielian.sample().unitsOf(county).get(0).code();
    }

    private String begun(String county) {
        String asked = """
                {"region": "%s", "kind": "PLANNED", "name": "年度检查", "standardCode": "JNJG", "year": %d, "from": "%s", "to": "%s",
                 "units": ["%s"], "inspectors": ["王芳"]}""".formatted(county, day.getYear(), day, day, unit(county));
        Answer[] made = new Answer[1];
        await("the standard to be in force in " + county)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    made[0] = jielian.as(county).post(Service.SUPERVISION, "/api/inspection-plans", asked);
                    return made[0].status() != 409;
                });
        String plan = made[0].ok().json().path("id").asText();
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

    /** An inspection that finds nothing. */
    void nothingFound(String county) {
        String id = begun(county);
        String item = step(county, id, "BEGIN").at("/items/0/code").asText();
        found(county, id, item, "{\"outcome\": \"SATISFIED\"}");
        step(county, id, "CLOSE");
    }

    /** The notice of an inspection that found a problem. */
    String served(String county) {
        String id = begun(county);
        String item = step(county, id, "BEGIN").at("/items/0/code").asText();
        found(county, id, item, """
                {"outcome": "PROBLEM", "remark": "没有年度计划", "evidence": ["%s"]}""".formatted(photo(county, county)));
        return post(county, "/api/inspections/" + id + "/notice", """
                        {"problems": [{"item": "%s", "term": "SHORT", "deadline": "%s", "responsible": "办公室主任", "evidence": "计划"}]}""".formatted(item, day.plusDays(TERM)))
                .path("id")
                .asText();
    }

    void answer(String notice, String county, String words) {
        problem(unit(county), notice, """
                {"action": "ANSWER", "text": "%s", "day": "%s", "evidence": ["%s"]}""".formatted(words, day, photo(unit(county), county)));
    }

    /** A step of the one problem of a notice. */
    void problem(String person, String notice, String body) {
        post(person, "/api/rectifications/" + notice + "/problems/1/steps", body);
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
