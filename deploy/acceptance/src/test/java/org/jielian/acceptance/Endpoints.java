package org.jielian.acceptance;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jielian.local.Service;

/** Every endpoint that is about some region or unit. One that is added belongs in here. */
final class Endpoints {
    private static final Service UNITS = Service.UNITS;
    private static final Service METRICS = Service.METRICS;
    private static final Service SUPERVISION = Service.SUPERVISION;
    private static final String NEW_UNIT = "11330000TQQQQQQQ8Q";
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final String NO_IMPORT = "/api/imports/00000000-0000-0000-0000-000000000000";
    private static final String REPORT = """
            {"quantities": {"electricityKwh": 1}, "headcount": 1, "floorArea": 1}""";

    /** What is asked for. */
    record Target(String tier, String region, String unit) {}

    /** One request. */
    record Call(String name, Function<Api, Answer> request) {
        Answer by(Api person) {
            return request.apply(person);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Call> of(Target target) {
        String region = target.region();
        String unit = target.unit();
        return Stream.of(
                        Stream.of(
                                        "/api/regions/" + region,
                                        "/api/regions/" + region + "/children",
                                        "/api/units?region=" + region,
                                        "/api/units/export?region=" + region,
                                        "/api/imports?node=" + region,
                                        "/api/imports?node=" + unit,
                                        "/api/units/template?region=" + region,
                                        "/api/units/" + unit,
                                        "/api/units/" + unit + "/history",
                                        "/api/contacts/" + region,
                                        "/api/contacts/" + unit)
                                .map(path -> get(UNITS, path)),
                        Stream.of(
                                        "/api/imports?node=" + region,
                                        "/api/imports?node=" + unit,
                                        "/api/reports/template?period=2025-01&region=" + region,
                                        "/api/reports/template?period=2025-01&unit=" + unit,
                                        "/api/reports/" + unit,
                                        "/api/reports/" + unit + "/2025-01",
                                        "/api/reports/" + unit + "/2025-01/revisions",
                                        "/api/drafts/" + unit,
                                        "/api/drafts/" + unit + "/2025-01",
                                        "/api/attachments/" + unit,
                                        "/api/premises/" + unit,
                                        "/api/attachments/" + unit + "/2025-01/" + NO_ID,
                                        "/api/reviews/" + region + "?period=2025-01",
                                        "/api/reviews/" + region + "/progress?period=2025-01",
                                        "/api/samples/" + region,
                                        "/api/samples/" + region + "/" + NO_ID,
                                        "/api/samples/" + region + "/" + NO_ID + "/redraw",
                                        "/api/validation/" + region + "/parameters",
                                        "/api/reporting/" + region + "?year=2025",
                                        "/api/reporting/" + region + "/outstanding?period=2025-01",
                                        "/api/reporting/" + region + "/outstanding/regions?period=2025-01",
                                        "/api/rollups/" + region + "?period=2025",
                                        "/api/rollups/" + region + "/children?period=2025",
                                        "/api/rollups/" + region + "/series?from=2025-01&to=2025-12",
                                        "/api/rollups/" + region + "/types?period=2025",
                                        "/api/rollups/" + region + "/carriers?period=2025",
                                        "/api/rollups/" + region + "/digest?period=2025",
                                        "/api/calendar/" + region + "?year=2025",
                                        "/api/calendar/" + region + "/months?year=2025",
                                        "/api/calendar/" + unit + "/2025-01",
                                        "/api/closings/" + region + "?year=2025",
                                        "/api/closings/" + region + "/2025-01",
                                        "/api/closings/" + region + "/2025-01/differences")
                                .map(path -> get(METRICS, path)),
                        Stream.of(
                                        "/api/standards/" + region + "/drafts",
                                        "/api/adoptions/" + region,
                                        "/api/adoptions/" + region + "/330000/JNJG/1",
                                        "/api/adoptions/" + region + "/330000/JNJG/1/effects?year=2025",
                                        "/api/standing/" + region + "?origin=330000/JNJG/1",
                                        "/api/standing/" + region + "/export?origin=330000/JNJG/1",
                                        "/api/standing/" + region + "/units?release=" + region + "/JNJG/1",
                                        "/api/standing/standards/" + region,
                                        "/api/standing/standards/" + unit,
                                        "/api/standing/standards/" + unit + "/JNJG",
                                        "/api/results/unit/" + unit + "?standard=JNJG&year=2025",
                                        "/api/results/unit/" + unit + "/history?standard=JNJG&year=2025",
                                        "/api/results/units?standard=JNJG&year=2025&region=" + region,
                                        "/api/results/units/export?standard=JNJG&year=2025&region=" + region,
                                        "/api/results/regions/" + region + "?standard=JNJG&year=2025",
                                        "/api/results/regions/" + region + "/export?standard=JNJG&year=2025",
                                        "/api/titles?region=" + region,
                                        "/api/titles?region=" + unit,
                                        "/api/titles/export?region=" + region,
                                        "/api/titles/pipeline?region=" + region,
                                        "/api/titles/pipeline/export?region=" + region,
                                        "/api/titles/why-not-yet?standard=JNJG&year=2025&region=" + region,
                                        "/api/titles/why-not-yet/export?standard=JNJG&year=2025&region=" + region,
                                        "/api/assessments?region=" + region,
                                        "/api/assessments?region=" + unit,
                                        "/api/assessments/export?region=" + region,
                                        "/api/assessments/falsifications?year=2025&node=" + unit,
                                        "/api/programme/" + region + "/2025",
                                        "/api/programme/" + region + "/2025/history",
                                        "/api/programme/" + region + "/2025/export",
                                        "/api/honours?region=" + region,
                                        "/api/honours/units/" + unit,
                                        "/api/tasks?region=" + region,
                                        "/api/tasks/export?region=" + region,
                                        "/api/inspection-plans?region=" + region,
                                        "/api/inspection-plans/export?region=" + region,
                                        "/api/inspections?region=" + region,
                                        "/api/inspections?region=" + unit,
                                        "/api/inspections/export?region=" + region,
                                        "/api/rectifications?region=" + region,
                                        "/api/rectifications?region=" + unit,
                                        "/api/rectifications/export?region=" + region,
                                        "/api/rectifications/board?region=" + region,
                                        "/api/rectifications/board/export?region=" + region)
                                .map(path -> get(SUPERVISION, path)),
                        changes(region, unit))
                .flatMap(calls -> calls);
    }

    private static Stream<Call> changes(String region, String unit) {
        return Stream.of(
                put(METRICS, "/api/drafts/" + unit + "/2022-01", REPORT),
                delete(METRICS, "/api/drafts/" + unit + "/2022-01"),
                post(METRICS, "/api/drafts/" + unit + "/2022-01/check", REPORT),
                submission(unit),
                post(METRICS, "/api/attachments/" + unit + "/2022-01?name=bill.pdf", "%PDF-"),
                delete(METRICS, "/api/attachments/" + unit + "/2022-01/" + NO_ID),
                put(METRICS, "/api/premises/" + unit + "/heatGj", """
                        {"from": "2022-01", "shares": {"%s": 100}}""".formatted(unit)),
                post(SUPERVISION, "/api/evidence?node=" + unit + "&name=photo.pdf", "%PDF-"),
                post(SUPERVISION, "/api/evidence?node=" + region + "&name=photo.pdf", "%PDF-"),
                post(SUPERVISION, "/api/standards/" + region + "/drafts", """
                        {"standardCode": "JNJG"}"""),
                post(SUPERVISION, "/api/releases/" + region + "/JNJG/1/withdrawal", """
                        {"reason": "x"}"""),
                post(SUPERVISION, "/api/adoptions/" + region + "/330000/JNJG/1/reading", ""),
                post(SUPERVISION, "/api/adoptions/" + region + "/330000/JNJG/1/confirmation", "{}"),
                post(SUPERVISION, "/api/adoptions/" + region + "/330000/JNJG/1/localisation", """
                        {"edits": []}"""),
                post(SUPERVISION, "/api/standing/" + region + "/reminders?origin=330000/JNJG/1", ""),
                post(SUPERVISION, "/api/standing/standards/" + unit + "/JNJG/acknowledgement", ""),
                post(SUPERVISION, "/api/titles", """
                        {"unitCode": "%s", "standardCode": "JNJG", "year": 2025}""".formatted(unit)),
                post(SUPERVISION, "/api/titles/samples", """
                        {"region": "%s", "seed": "x"}""".formatted(region)),
                post(SUPERVISION, "/api/assessments", """
                        {"assessor": "%s", "standardCode": "JNJG", "year": 2025}""".formatted(region)),
                post(SUPERVISION, "/api/assessments/falsifications", """
                        {"node": "%s", "year": 2025, "reason": "x", "evidence": []}""".formatted(unit)),
                put(SUPERVISION, "/api/programme/" + region + "/2025", """
                        {"parts": [{"node": "%s", "share": 1}], "reason": "x"}""".formatted(region)),
                post(SUPERVISION, "/api/honours", """
                        {"kind": "LEADER", "region": "%s", "year": 2025, "standardCode": "JNJG"}""".formatted(region)),
                post(SUPERVISION, "/api/tasks", """
                        {"target": "%s", "title": "x"}""".formatted(unit)),
                post(SUPERVISION, "/api/inspection-plans", """
                        {"region": "%s", "kind": "SPOT", "units": ["%s"]}""".formatted(region, unit)),
                post(UNITS, "/api/units", """
                        {"code": "%s", "name": "无名", "type": "AGENCY", "regionCode": "%s", "floorArea": 1, "headcount": 1,
                         "hasCanteen": false, "heating": "NONE", "since": "2025-01"}""".formatted(NEW_UNIT, region)),
                put(UNITS, "/api/units/" + unit, """
                        {"name": "无名", "floorArea": 1, "headcount": 1, "hasCanteen": false, "heating": "NONE"}"""),
                post(UNITS, "/api/units/" + unit + "/moves", """
                        {"regionCode": "%s", "from": "2025-12"}""".formatted(region)),
                post(UNITS, "/api/units/" + unit + "/closure", """
                        {"from": "2025-12", "reason": "x"}"""),
                put(UNITS, "/api/contacts/" + region, "{}"),
                put(UNITS, "/api/contacts/" + unit, "{}"),
                post(METRICS, "/api/reminders/" + region, """
                        {"period": "2025-01", "state": "MISSING"}"""),
                put(METRICS, "/api/reports/" + unit + "/2022-01", REPORT),
                put(METRICS, "/api/validation/" + region + "/parameters", """
                        {"parameters": {"V10.on": 0}}"""),
                post(METRICS, "/api/reports/" + unit + "/2025-01/withdrawal", """
                        {"reason": "x"}"""),
                post(METRICS, "/api/reports/" + unit + "/2025-01/acceptance", ""),
                put(METRICS, "/api/calendar/" + region, """
                        {"unitDay": 6}"""),
                post(METRICS, "/api/closings/" + region + "/2025-01", """
                        {"note": "x"}"""),
                post(METRICS, "/api/closings/" + region + "/2025-01/reopening", """
                        {"reason": "x"}"""),
                post(METRICS, "/api/reports/" + unit + "/2025-01/return", """
                        {"comment": "x"}"""),
                post(METRICS, "/api/reviews/" + region + "/acceptances", """
                        {"period": "2025-01", "clean": true}"""),
                post(METRICS, "/api/samples/" + region, """
                        {"period": "2025", "share": 0.05}"""),
                put(METRICS, "/api/samples/" + region + "/" + NO_ID + "/units/" + unit, """
                        {"result": "OK"}"""));
    }

    /** What is not about one region, and still not for everybody. */
    static Stream<Call> ofNobody() {
        return Stream.of(
                // what a tier released is for everybody below it
                get(SUPERVISION, "/api/releases?region=330000"),
                get(SUPERVISION, "/api/releases/330000/JNJG/1"),
                get(SUPERVISION, "/api/releases/330000/JNJG/1/content"),
                get(SUPERVISION, "/api/releases/330000/JNJG/1/difference"),
                get(SUPERVISION, "/api/standards/shipped"),
                get(SUPERVISION, "/api/standards/drafts/00000000-0000-0000-0000-000000000000"),
                get(SUPERVISION, "/api/standards/drafts/00000000-0000-0000-0000-000000000000/content"),
                get(SUPERVISION, "/api/standards/drafts/00000000-0000-0000-0000-000000000000/difference"),
                get(SUPERVISION, "/api/standards/drafts/00000000-0000-0000-0000-000000000000/trial?year=2025"),
                get(SUPERVISION, "/api/standards/drafts/00000000-0000-0000-0000-000000000000/trial/changes?year=2025"),
                post(SUPERVISION, "/api/standards/drafts/00000000-0000-0000-0000-000000000000/trial?year=2025", ""),
                post(SUPERVISION, "/api/standards/drafts/00000000-0000-0000-0000-000000000000/release", ""),
                put(SUPERVISION, "/api/standards/drafts/00000000-0000-0000-0000-000000000000", "{}"),
                get(SUPERVISION, "/api/tasks"),
                get(SUPERVISION, "/api/tasks/steps"),
                get(SUPERVISION, "/api/titles/steps"),
                get(SUPERVISION, "/api/assessments/steps"),
                get(SUPERVISION, "/api/assessments/" + NO_ID),
                get(SUPERVISION, "/api/assessments/" + NO_ID + "/inputs"),
                get(SUPERVISION, "/api/assessments/" + NO_ID + "/export"),
                get(SUPERVISION, "/api/assessments/" + NO_ID + "/sources/COVERAGE"),
                get(SUPERVISION, "/api/honours/" + NO_ID),
                get(SUPERVISION, "/api/honours/" + NO_ID + "/lines"),
                get(SUPERVISION, "/api/honours/" + NO_ID + "/inputs"),
                get(SUPERVISION, "/api/honours/" + NO_ID + "/export"),
                post(SUPERVISION, "/api/assessments/" + NO_ID + "/steps", """
                        {"action": "SEND"}"""),
                post(SUPERVISION, "/api/assessments/falsifications/" + NO_ID + "/withdrawal", """
                        {"reason": "x"}"""),
                post(SUPERVISION, "/api/honours/" + NO_ID + "/steps", """
                        {"action": "PUBLISH"}"""),
                get(SUPERVISION, "/api/tasks/" + NO_ID),
                post(SUPERVISION, "/api/tasks/" + NO_ID + "/answer", """
                        {"text": "x"}"""),
                post(SUPERVISION, "/api/tasks/" + NO_ID + "/extension-request", """
                        {"reason": "x", "until": "2030-01-01"}"""),
                post(SUPERVISION, "/api/tasks/" + NO_ID + "/extension", """
                        {"granted": true}"""),
                post(SUPERVISION, "/api/tasks/" + NO_ID + "/verification", "{}"),
                post(SUPERVISION, "/api/tasks/" + NO_ID + "/return", """
                        {"reason": "x"}"""),
                post(SUPERVISION, "/api/tasks/" + NO_ID + "/closing", ""),
                post(SUPERVISION, "/api/tasks/" + NO_ID + "/withdrawal", """
                        {"reason": "x"}"""),
                get(SUPERVISION, "/api/inspection-plans/" + NO_ID),
                get(SUPERVISION, "/api/inspection-plans/" + NO_ID + "/draw"),
                get(SUPERVISION, "/api/inspections"),
                get(SUPERVISION, "/api/inspections/steps"),
                get(SUPERVISION, "/api/inspections/" + NO_ID),
                put(SUPERVISION, "/api/inspections/" + NO_ID + "/items/A1", """
                        {"outcome": "SATISFIED"}"""),
                post(SUPERVISION, "/api/inspections/" + NO_ID + "/steps", """
                        {"action": "BEGIN"}"""),
                post(SUPERVISION, "/api/inspections/" + NO_ID + "/notice", """
                        {"problems": []}"""),
                get(SUPERVISION, "/api/rectifications"),
                get(SUPERVISION, "/api/rectifications/steps"),
                get(SUPERVISION, "/api/rectifications/" + NO_ID),
                post(SUPERVISION, "/api/rectifications/" + NO_ID + "/problems/1/steps", """
                        {"action": "VERIFY"}"""),
                get(SUPERVISION, "/api/adoptions/holds"),
                get(SUPERVISION, "/api/results/recomputation"),
                post(SUPERVISION, "/api/results/recomputation", ""),
                put(SUPERVISION, "/api/adoptions/holds/331102", ""),
                get(SUPERVISION, "/api/titles/" + NO_ID),
                put(SUPERVISION, "/api/titles/" + NO_ID + "/items/A1", "{}"),
                post(SUPERVISION, "/api/titles/" + NO_ID + "/steps", """
                        {"action": "REVOKE", "reason": "x"}"""),
                post(SUPERVISION, "/api/titles/" + NO_ID + "/visits", """
                        {"on": "2026-01-01", "found": "x"}"""),
                get(UNITS, "/api/units"),
                get(UNITS, "/api/units/export"),
                get(METRICS, "/api/notices"),
                get(METRICS, "/api/notices/count"),
                post(METRICS, "/api/notices/readings", ""),
                post(METRICS, "/api/notices/1/reading", ""),
                get(UNITS, "/api/imports"),
                get(METRICS, "/api/imports"),
                get(UNITS, NO_IMPORT),
                get(METRICS, NO_IMPORT),
                get(UNITS, NO_IMPORT + "/rows?fate=ADDED"),
                get(UNITS, NO_IMPORT + "/file"),
                get(UNITS, NO_IMPORT + "/workbook"),
                post(UNITS, NO_IMPORT + "/application", ""),
                post(UNITS, NO_IMPORT + "/undo", "{\"reason\": \"x\"}"),
                get(METRICS, NO_IMPORT + "/rows?fate=ADDED"),
                get(METRICS, NO_IMPORT + "/file"),
                get(METRICS, NO_IMPORT + "/workbook"),
                post(METRICS, NO_IMPORT + "/application", ""),
                post(METRICS, NO_IMPORT + "/undo", "{\"reason\": \"x\"}"),
                get(METRICS, "/api/quantities"),
                get(METRICS, "/api/forms"),
                get(METRICS, "/api/forms/2026-01"),
                get(METRICS, "/api/coefficients"),
                post(UNITS, "/api/regions/import", ""),
                post(UNITS, "/api/units/import", ""),
                post(UNITS, "/api/reorganisations", "{}"),
                post(METRICS, "/api/reports/import", ""));
    }

    private static Call get(Service service, String path) {
        return new Call("GET " + service.id() + path, person -> person.get(service, path));
    }

    private static Call put(Service service, String path, String json) {
        return new Call("PUT " + service.id() + path, person -> person.put(service, path, json, "If-Match", "\"1\""));
    }

    private static Call delete(Service service, String path) {
        return new Call("DELETE " + service.id() + path, person -> person.delete(service, path, "If-Match", "\"1\""));
    }

    private static Call submission(String unit) {
        String path = "/api/drafts/" + unit + "/2022-01/submission";
        return new Call("POST metrics" + path, person -> person.post(METRICS, path, "{}", "If-Match", "\"1\""));
    }

    private static Call post(Service service, String path, String json) {
        return new Call("POST " + service.id() + path, person -> person.post(service, path, json));
    }

    private Endpoints() {}
}
