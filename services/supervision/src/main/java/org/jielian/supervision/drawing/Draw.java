package org.jielian.supervision.drawing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A draw anybody can repeat with a spreadsheet: what is in the hat stands in the order of the SHA-256 of {@code <seed>/<name>} (UTF-8, as
 * lower-case hexadecimal), and as many as are wanted are taken from the front.
 */
public final class Draw {
    /** Kept with each draw; another way of drawing gets another name. */
    public static final String ALGORITHM = "SHA256-SEED-SLASH-NAME-1";

    /** The first ones, at most as many as there are. */
    public static List<String> of(Collection<String> hat, int many, String seed) {
        return hat.stream()
                .sorted(Comparator.comparing((String name) -> place(seed, name)).thenComparing(name -> name))
                .limit(many)
                .toList();
    }

    private static String place(String seed, String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((seed + "/" + name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Draw() {}
}
