package org.jielian.portal.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.portal.clients.Breakdown;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;

/**
 * Something a person is here to look after.
 *
 * @param grade how much it matters: {@code good}, {@code fair} or {@code poor}
 */
public record Attention(String text, String detail, String href, String grade) {

    /** What stands out of a region's figures: what is missing, who reports least, whose use grew most. */
    static List<Attention> of(Region region, Breakdown now, Breakdown before, Filters filters, Words words) {
        List<Attention> all = new ArrayList<>();
        Cover cover =
                new Cover(now.region().units().reported(), now.region().units().expected());
        long missing = now.region().units().missing();
        String reporting = Addresses.region(region.tier(), region.code()) + "/reporting" + filters.query();
        all.add(new Attention(
                words.get(missing == 0 ? "nothingMissing" : "reportsMissing", Numbers.format(missing)),
                words.get("coverageIs", cover.text(), cover.percent()),
                reporting,
                missing == 0 ? "good" : notGood(cover)));
        now.children().stream()
                .filter(r -> r.units().missing() > 0)
                .min(Comparator.comparing(
                        r -> new Cover(r.units().reported(), r.units().expected())))
                .ifPresent(r -> all.add(leastReported(r, filters, words)));
        grewMost(now, before, filters, words, all);
        return all;
    }

    private static Attention leastReported(Rollup r, Filters filters, Words words) {
        Cover cover = new Cover(r.units().reported(), r.units().expected());
        return new Attention(
                words.get("leastReported", r.name()),
                words.get("coverageIs", cover.text(), cover.percent()),
                Addresses.region(r.tier(), r.regionCode()) + filters.query(),
                notGood(cover));
    }

    private static void grewMost(Breakdown now, Breakdown before, Filters filters, Words words, List<Attention> all) {
        Map<String, Rollup> earlier =
                before.children().stream().collect(Collectors.toMap(Rollup::regionCode, Function.identity()));
        record Growth(Rollup region, Change change) {}
        now.children().stream()
                .map(r -> new Growth(r, Change.between(energy(earlier.get(r.regionCode())), energy(r))))
                .filter(g -> g.change() != null && g.change().percent().signum() > 0)
                .max(Comparator.comparing(g -> g.change().percent()))
                .ifPresent(g -> all.add(new Attention(
                        words.get("grewMost", g.region().name()),
                        words.get("againstYearBefore") + " " + g.change().text(),
                        Addresses.region(g.region().tier(), g.region().regionCode()) + filters.query(),
                        "fair")));
    }

    private static BigDecimal energy(Rollup r) {
        return Measure.ENERGY.raw(r);
    }

    /** As long as anything is missing it is something to look after. */
    private static String notGood(Cover cover) {
        return "good".equals(cover.grade()) ? "fair" : cover.grade();
    }
}
