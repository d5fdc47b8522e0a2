package org.jielian.portal.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Review;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;

/**
 * One report in the inbox.
 *
 * @param href where it opens
 * @param region who administers the unit; {@code null} when it is the region looked at
 * @param risk the level as a word; {@code grade} its style
 * @param finding the heaviest finding in one line; empty when there is none
 * @param late a word for a report that came after its day; {@code null} for one that did not
 * @param done what has just been done with it; {@code null} if nothing
 */
public record Row(
        String unit,
        String name,
        String type,
        String region,
        String href,
        String risk,
        String grade,
        int points,
        String share,
        String energy,
        String lastMonth,
        String lastYear,
        String finding,
        String submitted,
        String late,
        String status,
        String statusText,
        String done) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Row of(Review r, Region region, String done, Words words) {
        return new Row(
                r.unitCode(),
                r.name(),
                words.get("type" + r.type()),
                r.regionCode().equals(region.code()) ? null : r.regionName(),
                Addresses.region(region.tier(), region.code()) + "/review/" + r.unitCode() + "/" + r.period(),
                words.get("risk" + r.risk().level()),
                grade(r.risk().level()),
                r.risk().points(),
                percent(r.influence().share(), 2),
                Numbers.format(r.influence().energyKgce(), 0),
                r.lastMonth() == null ? Numbers.MISSING : change(r.lastMonth().energyChange()),
                r.lastYear() == null ? Numbers.MISSING : change(r.lastYear().energyChange()),
                finding(r, words),
                words.time(r.submittedAt()),
                r.timeliness() == null || "ON_TIME".equals(r.timeliness())
                        ? null
                        : words.get("timely" + r.timeliness()),
                r.status().name(),
                words.get("report" + r.status()),
                done);
    }

    static String grade(String level) {
        return switch (level) {
            case "HIGH" -> "poor";
            case "MEDIUM" -> "fair";
            case "LOW" -> "none";
            default -> "good";
        };
    }

    private static String finding(Review r, Words words) {
        if (r.findings().isEmpty()) return "";
        String first = r.findings().get(0).message().in(words.language());
        return r.findings().size() == 1 ? first : first + " (+" + (r.findings().size() - 1) + ")";
    }

    static String percent(BigDecimal share, int decimals) {
        return share == null
                ? Numbers.MISSING
                : Numbers.format(share.multiply(HUNDRED).setScale(decimals, RoundingMode.HALF_UP), decimals) + "%";
    }

    static String change(BigDecimal share) {
        return share == null ? Numbers.MISSING : (share.signum() > 0 ? "+" : "") + percent(share, 1);
    }
}
