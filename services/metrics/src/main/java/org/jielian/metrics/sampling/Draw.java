package org.jielian.metrics.sampling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The draw itself, which anybody can repeat with a spreadsheet: within each institution type, units stand in the order of the SHA-256
 * of {@code <seed>:<unit code>} (UTF-8, as lower-case hexadecimal), and as many are taken from the front as the share of the type's
 * number asks for, rounded up. So every type is represented, and the whole is never less than the share.
 */
final class Draw {
    /** Stored with each sample; another way of drawing gets another name. */
    static final String ALGORITHM = "SHA256-BY-TYPE-1";

    /** Somebody in the hat. */
    record Unit(String code, String name, String type) {}

    /** The drawn units, type by type. */
    static List<Unit> of(Collection<Unit> population, BigDecimal share, String seed) {
        Map<String, List<Unit>> byType = new TreeMap<>();
        population.forEach(
                u -> byType.computeIfAbsent(u.type(), type -> new ArrayList<>()).add(u));
        List<Unit> drawn = new ArrayList<>();
        for (List<Unit> units : byType.values()) {
            units.sort(Comparator.comparing((Unit u) -> place(seed, u.code())).thenComparing(Unit::code));
            drawn.addAll(units.subList(0, number(units.size(), share)));
        }
        return drawn;
    }

    private static int number(int units, BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(units))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    static String place(String seed, String code) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((seed + ":" + code).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Draw() {}
}
