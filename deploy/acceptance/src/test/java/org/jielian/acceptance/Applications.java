package org.jielian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import org.jielian.local.Service;

/** Applications for the title, as units' own programs would make them. */
final class Applications {
    private final Jielian jielian;
    private final int year;

    Applications(Jielian jielian, int year) {
        this.jielian = jielian;
        this.year = year;
    }

    /** An agency that can apply. */
    record Agency(String unit, String name) {}

    /** The first of the province's own agencies that has all its reports, no veto and no application. */
    Agency agency() {
        for (Sample.Unit unit : jielian.sample().unitsOf(Jielian.PROVINCE)) {
            JsonNode lacking = jielian.operator()
                    .get(
                            Service.SUPERVISION,
                            "/api/titles/why-not-yet?standard=JNJG&year=" + year + "&region=" + unit.code())
                    .ok()
                    .json();
            if (lacking.path("total").asInt() == 0) continue;
            JsonNode line = lacking.at("/items/0");
            if (line.path("state").isTextual() || line.path("failing").size() > 0) continue;
            if (line.path("monthsMissing").asInt(1) != 0) continue;
            return new Agency(unit.code(), line.path("name").asText());
        }
        throw new IllegalStateException("no agency of the province has all its reports and no veto");
    }

    String begin(String unit) {
        return jielian.as(unit)
                .post(
                        Service.SUPERVISION,
                        "/api/titles",
                        "{\"unitCode\": \"%s\", \"standardCode\": \"JNJG\", \"year\": %d}".formatted(unit, year))
                .ok()
                .json()
                .path("id")
                .asText();
    }

    JsonNode look(String person, String id) {
        return jielian.as(person)
                .get(Service.SUPERVISION, "/api/titles/" + id)
                .ok()
                .json();
    }

    void step(String person, String id, String action) {
        jielian.as(person)
                .post(
                        Service.SUPERVISION,
                        "/api/titles/" + id + "/steps",
                        "{\"action\": \"%s\", \"reason\": \"按规定\"}".formatted(action))
                .ok();
    }

    /** An application of one of the province's own agencies, brought to the public notice. */
    String published(String unit) {
        String province = Jielian.PROVINCE;
        String id = begin(unit);
        SelfEvaluation.fillIn(jielian.as(unit), id);
        step(unit, id, "EVALUATE");
        step(unit, id, "SUBMIT");
        step(province, id, "TAKE_UP");
        jielian.as(province)
                .post(
                        Service.SUPERVISION,
                        "/api/titles/samples",
                        "{\"region\": \"%s\", \"percent\": 100, \"seed\": \"2026-2\"}".formatted(province))
                .ok();
        jielian.as(province)
                .post(
                        Service.SUPERVISION,
                        "/api/titles/" + id + "/visits",
                        "{\"on\": \"2026-01-15\", \"found\": \"与申报一致\"}")
                .ok();
        step(province, id, "PUBLISH");
        return id;
    }
}
