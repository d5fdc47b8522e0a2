package org.jielian.units;

import java.util.concurrent.atomic.AtomicInteger;
import org.jielian.foundation.codes.UnifiedSocialCreditCode;
import org.jielian.foundation.codes.UnifiedSocialCreditCode.InvalidCode;

/** Valid codes for tests, a new one each time. */
public final class Codes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger LAST = new AtomicInteger();

    public static String next() {
        String stem = "11330000T%07d".formatted(LAST.incrementAndGet());
        for (char organisation : "0123456789X".toCharArray()) {
            for (char check : ALPHABET.toCharArray()) {
                String code = stem + organisation + check;
                if (isValid(code)) return code;
            }
        }
        throw new AssertionError("no check characters for " + stem);
    }

    private static boolean isValid(String code) {
        try {
            UnifiedSocialCreditCode.of(code);
            return true;
        } catch (InvalidCode e) {
            return false;
        }
    }

    private Codes() {}
}
