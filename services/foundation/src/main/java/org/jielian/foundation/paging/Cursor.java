package org.jielian.foundation.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jielian.foundation.problems.CommonProblem;

/**
 * Where the next page begins: after the row with this sort value and this code. Opaque to callers.
 *
 * @param after sort value of the last row seen
 * @param code its unique code
 */
public record Cursor(String after, String code) {
    private static final String SEPARATOR = "\u001f";

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((after + SEPARATOR + code).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What {@link #encoded} made; {@code null} for the first page.
     *
     * @throws org.jielian.foundation.problems.ProblemException INVALID for anything else
     */
    public static Cursor decode(String encoded) {
        if (encoded == null || encoded.isEmpty()) return null;
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (parts.length == 2) return new Cursor(parts[0], parts[1]);
        } catch (IllegalArgumentException notBase64) {
            throw invalid(encoded);
        }
        throw invalid(encoded);
    }

    private static RuntimeException invalid(String encoded) {
        return CommonProblem.INVALID.because("cursor 无效：%s", "the cursor is not one of ours: %s", encoded);
    }
}
