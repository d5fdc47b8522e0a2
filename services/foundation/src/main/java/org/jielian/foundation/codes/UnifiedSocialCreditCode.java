package org.jielian.foundation.codes;

import java.util.Locale;
import org.jielian.foundation.problems.Text;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters that carry two check characters, the last one over all
 * others and the ninth of the organisation code (GB 11714) inside. A value of this type is always valid and in its one spelling.
 */
public record UnifiedSocialCreditCode(String value) {
    /** The standard leaves out I, O, S, V and Z; a character's value is its place here, gaps do not count. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** The organisation code predates that alphabet and knows all letters. */
    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int LENGTH = 18;
    private static final int ORGANISATION_START = 8;
    private static final int ORGANISATION_CHECK = 16;

    /** What is wrong with a text that was meant as a code, in words for the person who typed it. */
    public static final class InvalidCode extends IllegalArgumentException {
        private final transient Text text;
        private final boolean check;

        InvalidCode(boolean check, String zh, String en, Object... args) {
            super(Text.of(zh, en, args).en());
            this.text = Text.of(zh, en, args);
            this.check = check;
        }

        public Text text() {
            return text;
        }

        /** Whether the shape is right and a check character is not: a slip in typing, usually. */
        public boolean isCheck() {
            return check;
        }
    }

    public UnifiedSocialCreditCode {
        requireShape(value);
        require(value, ORGANISATION_CHECK, organisationCheck(value), "GB 11714");
        require(value, LENGTH - 1, check(value), "GB 32100");
    }

    /**
     * Reads a code as people write it: surrounding blanks and lower case are forgiven, full-width characters are not, since they would
     * come back from other systems as a different code.
     *
     * @throws InvalidCode naming the place and the reason
     */
    public static UnifiedSocialCreditCode of(String text) {
        if (text == null) throw new InvalidCode(false, "缺少代码", "the code is missing");
        return new UnifiedSocialCreditCode(text.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }

    private static void requireShape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                throw new InvalidCode(false, "第 %s 位 %s 是全角字符", "character %s, %s, is full-width", i + 1, c);
            }
            if (i < LENGTH && ALPHABET.indexOf(c) < 0) {
                throw new InvalidCode(
                        false, "第 %s 位不能是 %s", "character %s, %s, does not occur in such codes", i + 1, c);
            }
        }
        if (value.length() != LENGTH) {
            throw new InvalidCode(
                    false, "代码有 %s 位，应为 %s 位", "the code has %s characters, not %s", value.length(), LENGTH);
        }
    }

    private static char check(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += ALPHABET.indexOf(value.charAt(i)) * WEIGHTS[i];
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheck(String value) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += ORGANISATION_ALPHABET.indexOf(value.charAt(ORGANISATION_START + i)) * ORGANISATION_WEIGHTS[i];
        }
        int rest = 11 - sum % 11;
        if (rest == 10) return 'X';
        return rest == 11 ? '0' : (char) ('0' + rest);
    }

    private static void require(String value, int position, char expected, String of) {
        char found = value.charAt(position);
        if (found != expected) {
            throw new InvalidCode(
                    true,
                    "第 %s 位校验码（%s）为 %s，应为 %s",
                    "check character %s (%s) is %s, but has to be %s",
                    position + 1,
                    of,
                    found,
                    expected);
        }
    }
}
