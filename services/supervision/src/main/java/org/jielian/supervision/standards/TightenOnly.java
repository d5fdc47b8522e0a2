package org.jielian.supervision.standards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Item;

/**
 * The rule of the chain: a tier may make what comes from above stricter and add items of its own, and nothing else. One function for form,
 * file and call, for what a person does and for what is carried over when the tier above changes its mind.
 */
public final class TightenOnly {
    /** What in the package of {@code region} is not allowed against that of the tier above; empty when all is. */
    public static List<Defect> check(StandardPackage above, StandardPackage own, String region) {
        List<Defect> defects = new ArrayList<>();
        for (Difference.Change change : Difference.between(above, own)) {
            if (isOfLocalItem(change.place(), region)) continue;
            Defect defect = judge(change);
            if (defect != null) defects.add(defect);
        }
        localItems(above, own, region, defects);
        return defects;
    }

    private static boolean isOfLocalItem(String place, String region) {
        return place.startsWith("items/" + region + "-");
    }

    private static Defect judge(Difference.Change c) {
        return switch (c.effect()) {
            case TIGHTER -> null;
            case LOOSER ->
                Defect.at(
                        c.place(),
                        "上级为 %s，放宽到 %s 不允许，只能更严",
                        "is %s above; %s is looser, only a stricter value is allowed",
                        c.before(),
                        c.after());
            case REMOVED -> Defect.at(c.place(), "上级规定的内容不得删除", "comes from above and may not be removed");
            case ADDED ->
                Defect.at(
                        c.place(),
                        "只能增加本级编码的地方指标，不能增加 %s",
                        "only items with the region's own code may be added, not %s",
                        c.after());
            case CHANGED ->
                Defect.at(
                        c.place(),
                        "由上级规定为 %s，不得改为 %s",
                        "is set to %s above and may not be changed to %s",
                        c.before(),
                        c.after());
        };
    }

    /** The region's own items may come, change and go, as long as they were not there above and stay few. */
    private static void localItems(StandardPackage above, StandardPackage own, String region, List<Defect> defects) {
        Map<String, Place> fromAbove = Places.of(above);
        for (Item item : own.items()) {
            boolean local = Points.isLocalTo(region, item);
            if (local && fromAbove.containsKey("items/" + item.code() + "/points")) {
                defects.add(Defect.at("items/" + item.code(), "与上级指标重码", "has the code of an item from above"));
            }
        }
        BigDecimal local = Points.of(own, Points::isLocal);
        if (local.compareTo(Points.MOST_LOCAL) > 0) {
            defects.add(Defect.at(
                    "items",
                    "各级地方指标合计不得超过 %s 分，现为 %s",
                    "items added below may come to %s points together, they are %s",
                    Points.MOST_LOCAL,
                    local.toPlainString()));
        }
    }

    private TightenOnly() {}
}
