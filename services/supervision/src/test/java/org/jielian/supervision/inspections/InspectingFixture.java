package org.jielian.supervision.inspections;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jielian.contracts.InstitutionType;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.supervision.recognition.SmallStandard;
import org.jielian.testkit.Tokens;

/** What inspectors and units do, as tests say it. */
final class InspectingFixture {
    static RequestSpecification by(String node) {
        String token = node.length() == 6 ? Tokens.region(node) : Tokens.unit(node);
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static String told(String code, String region) {
        Chain.unit(code, region, InstitutionType.AGENCY);
        await().atMost(Duration.ofSeconds(60)).until(() -> Chain.isKnown(code));
        return code;
    }

    static String quoted(List<String> texts) {
        return texts.stream().map(t -> '"' + t + '"').collect(Collectors.joining(", ", "[", "]"));
    }

    static Response plan(String region, String kind, String more) {
        LocalDate today = MovableClock.today();
        return by(region)
                .body("""
                        {"region": "%s", "kind": "%s", "name": "年度检查", "standardCode": "%s", "year": %d, "from": "%s", "to": "%s", %s}""".formatted(region, kind, SmallStandard.CODE, today.getYear(), today, today.plusDays(13), more))
                .post("/api/inspection-plans");
    }

    /** The only inspection of a plan of one unit, put to today where today is no working day. */
    static String planned(String region, String kind, String unit, String more) {
        Response plan =
                plan(region, kind, "\"units\": [\"%s\"], \"inspectors\": [\"王芳\", \"李强\"]%s".formatted(unit, more));
        plan.then().statusCode(201);
        Response list = by(region).get("/api/inspections?plan=" + plan.path("id"));
        String today = MovableClock.today().toString();
        if (!today.equals(list.path("items[0].day"))) {
            step(list.path("items[0].inspecting"), list.path("items[0].id"), "POSTPONE", ", \"day\": \"" + today + "\"")
                    .statusCode(200);
        }
        return list.path("items[0].id");
    }

    static ValidatableResponse step(String node, String id, String action, String more) {
        return by(node).body("{\"action\": \"%s\", \"text\": \"情况说明\"%s}".formatted(action, more))
                .post("/api/inspections/{id}/steps", id)
                .then();
    }

    static ValidatableResponse look(String node, String id, String item, String outcome) {
        return by(node).body("{\"outcome\": \"%s\", \"remark\": \"现场情况\"}".formatted(outcome))
                .put("/api/inspections/{id}/items/{item}", id, item)
                .then();
    }

    /** Checked with a problem at D, and confirmed by the unit. */
    static void checked(String region, String unit, String id) {
        step(region, id, "BEGIN", "").statusCode(200);
        look(region, id, "C", "SATISFIED").statusCode(200);
        look(region, id, "D", "PROBLEM").statusCode(200);
        step(region, id, "CONCLUDE", "").statusCode(200);
        step(unit, id, "CONFIRM", ", \"agrees\": true").statusCode(200);
    }

    static Response serve(String region, String id, LocalDate deadline) {
        return by(region).body("""
                        {"problems": [
                            {"item": "D", "term": "SHORT", "deadline": "%s", "responsible": "张主任", "evidence": "整改后照片"},
                            {"clause": "公共机构节能条例第十四条", "found": "没有分项计量", "term": "LONG", "deadline": "%s", "responsible": "李科长"}
                        ]}""".formatted(deadline, deadline.plusDays(30))).post("/api/inspections/{id}/notice", id);
    }

    static ValidatableResponse problem(String node, String notice, int no, String action, String more) {
        return by(node).body("{\"action\": \"%s\", \"text\": \"已处理\"%s}".formatted(action, more))
                .post("/api/rectifications/{id}/problems/{no}/steps", notice, no)
                .then();
    }

    static ValidatableResponse answer(String unit, String notice, int no, String evidence) {
        String shown = evidence == null ? "" : ", \"evidence\": [\"" + evidence + "\"]";
        return problem(unit, notice, no, "ANSWER", ", \"day\": \"" + MovableClock.today() + "\"" + shown);
    }

    static Response photograph(String by, String of, String words) {
        return by(by).contentType("application/octet-stream")
                .queryParam("node", of)
                .queryParam("name", "照片.pdf")
                .body(("%PDF-1.7\n" + words).getBytes(StandardCharsets.UTF_8))
                .post("/api/evidence");
    }

    private InspectingFixture() {}
}
