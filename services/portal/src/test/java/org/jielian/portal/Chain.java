package org.jielian.portal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jielian.portal.Upstream.Answer;
import org.jielian.portal.Upstream.Call;

/** 浙江省 > 丽水市 > 莲都区 > one unit, as the services tell it, with a second city that is none of anybody's business here. */
final class Chain {
    static final String PROVINCE = "330000";
    static final String CITY = "331100";
    static final String COUNTY = "331102";
    static final String OTHER_CITY = "330100";
    static final String UNIT = "11331102TX64CNT09A";

    private static final String UNIT_JSON = """
            {"code":"%s","name":"莲都区<财政>局","type":"AGENCY","regionCode":"331102","regionName":"莲都区","floorArea":4134.45,
            "headcount":111,"hasCanteen":true,"heating":"ELECTRIC","since":"2000-01","closedFrom":null,"version":3,"path":[
            {"code":"330000","name":"浙江省","tier":"PROVINCE"},{"code":"331100","name":"丽水市","tier":"CITY"},
            {"code":"331102","name":"莲都区","tier":"COUNTY"}]}""".formatted(UNIT);
    private static final String CARRIER = """
            {"carrier":"electricity","zh":"电","en":"Electricity","quantity":890406765.28,"unitOfMeasure":"kWh",
            "energyKgce":109430991.45,"co2Kg":1,"share":0.7858}""";
    private static final String QUANTITIES = """
            [{"code":"electricityKwh","unitOfMeasure":"kWh","zh":"电","en":"Electricity","carrier":"electricity"},
            {"code":"waterM3","unitOfMeasure":"m3","zh":"水","en":"Water","carrier":"water"}]""";

    private static final String FORM = """
            {"code":"2020","fields":[
            {"quantity":{"code":"electricityKwh","unitOfMeasure":"kWh","zh":"电","en":"Electricity","carrier":"electricity"},"required":false},
            {"quantity":{"code":"waterM3","unitOfMeasure":"m3","zh":"水","en":"Water","carrier":"water"},"required":false}]}""";
    private static final String OUTSTANDING = """
            {"items":[{"unitCode":"%s","name":"莲都区财政局","type":"AGENCY","regionCode":"331102","regionName":"莲都区","state":"MISSING",
            "late":true,"dueOn":"2025-02-05","lastReminder":{"at":"2025-02-06T01:30:00Z","by":"331102","node":"331102"},
            "contact":{"person":"王敏","email":null,"phone":"0578-2091234"}}],"next":null,"total":1}""".formatted(UNIT);

    private record Place(String name, String tier, List<String> path) {
        String parent() {
            return path.size() < 2 ? "" : path.get(path.size() - 2);
        }
    }

    private static final Map<String, Place> PLACES = Map.of(
            PROVINCE, new Place("浙江省", "PROVINCE", List.of(PROVINCE)),
            CITY, new Place("丽水市", "CITY", List.of(PROVINCE, CITY)),
            COUNTY, new Place("莲都区", "COUNTY", List.of(PROVINCE, CITY, COUNTY)),
            OTHER_CITY, new Place("杭州市", "CITY", List.of(PROVINCE, OTHER_CITY)));

    static void stands() {
        Upstream.forget();
        Upstream.answer("GET", "/api/regions/([0-9]+)", inScope(Chain::region));
        Upstream.answer("GET", "/api/regions/([0-9]+)/children", inScope(Chain::children));
        Upstream.answer("GET", "/api/units/([0-9A-Z]+)", inScope(code -> UNIT_JSON));
        Upstream.answer(
                "GET",
                "/api/units",
                call -> Answer.ok("{\"items\":[" + UNIT_JSON + "],\"next\":\"abc\",\"total\":51}"));
        Upstream.answer("GET", "/api/quantities", call -> Answer.ok(QUANTITIES));
        Upstream.answer("GET", "/api/forms/([0-9-]+)", call -> Answer.ok(FORM));
        Upstream.answer("GET", "/api/rollups/([0-9]+)", inScope(Chain::rollup));
        Upstream.answer("GET", "/api/rollups/([0-9]+)/children", inScope(Chain::breakdown));
        Upstream.answer("GET", "/api/rollups/([0-9]+)/series", inScope(Chain::series));
        Upstream.answer("GET", "/api/rollups/([0-9]+)/types", inScope(code -> items(rollup(code))));
        Upstream.answer("GET", "/api/rollups/([0-9]+)/carriers", inScope(code -> items(CARRIER)));
        Upstream.answer("GET", "/api/reporting/([0-9]+)", inScope(Chain::reporting));
        Upstream.answer("GET", "/api/reporting/([0-9]+)/outstanding", inScope(code -> OUTSTANDING));
        Upstream.answer("GET", "/api/reporting/([0-9]+)/outstanding/regions", inScope(Chain::outstandingBelow));
        Upstream.answer("GET", "/api/contacts/([0-9A-Z]+)", inScope(Chain::contact));
        Upstream.answer("GET", "/api/drafts/([0-9A-Z]+)", call -> Answer.ok("{\"items\":[]}"));
        Upstream.answer("GET", "/api/attachments/([0-9A-Z]+)", inScope(code -> "{\"items\":[]}"));
        Upstream.answer("GET", "/api/calendar/([0-9A-Z]+)/months", Chain::calendar);
    }

    /** As the services do: the subtree of the token's node and nothing else. */
    static boolean sees(String node, String code) {
        if (node.equals(code)) return true;
        if (code.equals(UNIT)) return sees(node, COUNTY);
        return PLACES.containsKey(code) && PLACES.get(code).path().contains(node);
    }

    private static Function<Call, Answer> inScope(UnaryOperator<String> body) {
        return call -> {
            String code = call.parts().get(0);
            return sees(call.node(), code) ? Answer.ok(body.apply(code)) : Answer.problem(403, "secret particulars");
        };
    }

    private static String region(String code) {
        Place place = PLACES.get(code);
        String path = place.path().stream().map(Chain::step).collect(Collectors.joining(","));
        return "{\"path\":[%s],%s".formatted(path, step(code).substring(1));
    }

    private static String step(String code) {
        Place place = PLACES.get(code);
        return "{\"code\":\"%s\",\"name\":\"%s\",\"tier\":\"%s\"}".formatted(code, place.name(), place.tier());
    }

    private static String children(String code) {
        return below(code).stream().map(Chain::step).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> below(String code) {
        return PLACES.keySet().stream()
                .filter(c -> PLACES.get(c).parent().equals(code))
                .toList();
    }

    private static String rollup(String code) {
        return rollup(code, "2025", "139261460.11");
    }

    private static String rollup(String code, String period, String energy) {
        Place place = PLACES.get(code);
        return """
                {"regionCode":"%s","name":"%s","tier":"%s","type":"SCHOOL","period":"%s",
                "quantities":{"electricityKwh":890406765.28,"coalKg":null},"headcount":982378.25,"floorArea":16983104.85,
                "energyKgce":%s,"co2Kg":412345678.90,"perCapita":141.76,"perArea":8.20,"waterPerCapita":null,
                "units":{"expected":24000,"reported":23755,"reviewed":0},"reportedOf":{"electricityKwh":23755},
                "asOf":"2025-02-05T01:30:00Z"}""".formatted(code, place.name(), place.tier(), period, energy);
    }

    private static String breakdown(String code) {
        String children = below(code).stream().map(Chain::rollup).collect(Collectors.joining(","));
        return "{\"region\":%s,\"own\":%s,\"children\":[%s]}".formatted(rollup(code), rollup(code), children);
    }

    private static String series(String code) {
        return items(rollup(code, "2025-01", "100000"), rollup(code, "2025-12", "200000"));
    }

    private static String outstandingBelow(String code) {
        return below(code).stream()
                .map(below -> """
                        {"regionCode":"%s","name":"%s","tier":"%s","missing":3,"late":2,"returned":1,"lastReminder":null,"contact":null}""".formatted(
                        below, PLACES.get(below).name(), PLACES.get(below).tier()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String contact(String code) {
        return """
                {"nodeCode":"%s","version":4,"person":"王敏","email":null,"phone":"0578-2091234"}""".formatted(code);
    }

    private static String reporting(String code) {
        return """
                {"items":[{"unitCode":"%s","name":"莲都区财政局","type":"AGENCY","regionCode":"331102","months":[
                {"period":"2025-01","status":"SUBMITTED","version":1},{"period":"2025-02","status":"MISSING"}]}],
                "next":null,"total":1}""".formatted(UNIT);
    }

    /** All months of the year asked for are long due, and none is locked. */
    private static Answer calendar(Call call) {
        String year = call.query().replaceAll(".*year=([0-9]{4}).*", "$1");
        String[] months = new String[12];
        for (int m = 1; m <= 12; m++) {
            months[m - 1] = """
                    {"period":"%s-%02d","state":"LATE","locked":false,"reasonRequired":false,
                    "explanation":{"zh":"截止日已过","en":"it was due"}}""".formatted(year, m);
        }
        return Answer.ok(items(months));
    }

    private static String items(String... items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    private Chain() {}
}
