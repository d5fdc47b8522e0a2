package org.jielian.supervision.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.contracts.StandardPackage.Quota;
import org.jielian.contracts.StandardPackage.Zone;
import org.jielian.supervision.evaluation.Missing.Code;
import org.jielian.supervision.evaluation.Result.Row;

/** Finds the quota row of a unit. What is not known is never guessed: such a unit has no quota, and is told why. */
final class QuotaRows {
    private static final String ANY = "*";

    /** A row, or the reason why there is none. */
    record Found(Quota quota, Missing missing) {}

    static Row rowOf(Subject subject, StandardPackage content) {
        boolean agency = "AGENCY".equals(subject.type());
        String type =
                agency || "HOSPITAL".equals(subject.type()) && subject.kind() == null ? subject.type() : subject.kind();
        return new Row(
                type, agency ? levelOf(subject.tier()) : subject.level(), zone(subject, content), subject.heating());
    }

    /** An agency's level is that of the tier that administers it. */
    private static String levelOf(String tier) {
        if (tier == null) return null;
        return switch (tier) {
            case "PROVINCE" -> "PROVINCIAL";
            case "CITY" -> "CITY";
            default -> "BELOW_CITY";
        };
    }

    /** That of the nearest region that has one. */
    private static String zone(Subject subject, StandardPackage content) {
        Map<String, String> zones =
                content.zones().stream().collect(Collectors.toMap(Zone::regionCode, Zone::zone, (a, b) -> a));
        return subject.lineage().stream()
                .map(zones::get)
                .filter(zone -> zone != null)
                .findFirst()
                .orElse(null);
    }

    static Found find(StandardPackage content, Indicator indicator, Row row) {
        if (row.type() == null) return new Found(null, Code.KIND_UNKNOWN.missing());
        List<Quota> ofType = content.quotas().stream()
                .filter(q -> q.indicator() == indicator && q.type().equals(row.type()))
                .toList();
        for (Quota quota : ofType) {
            boolean right = fits(quota.level(), row.level())
                    && fits(quota.zone(), row.zone())
                    && fits(quota.heating(), row.heating());
            if (right) return new Found(quota, null);
        }
        return new Found(null, why(ofType, row).missing());
    }

    private static Code why(List<Quota> ofType, Row row) {
        if (ofType.isEmpty()) return Code.NO_QUOTA;
        if (row.level() == null) return Code.LEVEL_UNKNOWN;
        boolean zoneMatters = ofType.stream()
                .anyMatch(q -> fits(q.level(), row.level()) && !q.zone().equals(ANY));
        return row.zone() == null && zoneMatters ? Code.ZONE_UNKNOWN : Code.NO_QUOTA;
    }

    private static boolean fits(String asked, String is) {
        return asked.equals(ANY) || asked.equals(is);
    }

    private QuotaRows() {}
}
