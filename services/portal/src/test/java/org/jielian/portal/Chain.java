package org.jielian.portal;

import java.util.List;
import java.util.Map;
import org.jielian.portal.Upstream.Answer;
import org.jielian.portal.Upstream.Call;

/** 浙江省 > 丽水市 > 莲都区 > one unit, as units tells it, with a second city and county that belong to nobody here. */
final class Chain {
    static final String PROVINCE = "330000";
    static final String CITY = "331100";
    static final String COUNTY = "331102";
    static final String OTHER_CITY = "330100";
    static final String UNIT = "11331102TX64CNT09A";

    private record Place(String name, String tier, List<String> path) {}

    private static final Map<String, Place> PLACES = Map.of(
            PROVINCE, new Place("浙江省", "PROVINCE", List.of(PROVINCE)),
            CITY, new Place("丽水市", "CITY", List.of(PROVINCE, CITY)),
            COUNTY, new Place("莲都区", "COUNTY", List.of(PROVINCE, CITY, COUNTY)),
            OTHER_CITY, new Place("杭州市", "CITY", List.of(PROVINCE, OTHER_CITY)));

    static void stands() {
        Upstream.forget();
        Upstream.answer("GET", "/api/regions/([0-9]+)", Chain::region);
        Upstream.answer("GET", "/api/units/([0-9A-Z]+)", Chain::unit);
    }

    /** As the services do: the subtree of the token's node and nothing else. */
    static boolean sees(String node, String code) {
        if (node.equals(code)) return true;
        if (code.equals(UNIT)) return sees(node, COUNTY);
        return PLACES.containsKey(code) && PLACES.get(code).path().contains(node);
    }

    private static Answer region(Call call) {
        String code = call.parts().get(0);
        if (!sees(call.node(), code)) return Answer.problem(403, "secret particulars");
        Place place = PLACES.get(code);
        StringBuilder path = new StringBuilder();
        for (String step : place.path()) {
            if (!path.isEmpty()) path.append(',');
            path.append("{\"code\":\"%s\",\"name\":\"%s\",\"tier\":\"%s\"}"
                    .formatted(step, PLACES.get(step).name(), PLACES.get(step).tier()));
        }
        return Answer.ok("{\"code\":\"%s\",\"name\":\"%s\",\"tier\":\"%s\",\"path\":[%s]}"
                .formatted(code, place.name(), place.tier(), path));
    }

    private static Answer unit(Call call) {
        String code = call.parts().get(0);
        if (!sees(call.node(), code)) return Answer.problem(403, "secret particulars");
        return Answer.ok(
                "{\"code\":\"%s\",\"name\":\"莲都区财政局\",\"type\":\"AGENCY\",\"regionCode\":\"%s\",\"regionName\":\"莲都区\","
                                .formatted(code, COUNTY)
                        + "\"floorArea\":4134.45,\"headcount\":111,\"hasCanteen\":true,\"heating\":\"ELECTRIC\",\"since\":\"2000-01\",\"version\":3}");
    }

    private Chain() {}
}
