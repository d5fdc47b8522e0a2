package org.jielian.units.registry;

import org.jielian.foundation.problems.CommonProblem;

/** The version somebody read before changing it, from an {@code If-Match} header. */
record Version(long number) {
    /** Called by the framework; takes {@code "7"}, {@code W/"7"} and {@code 7}. */
    public static Version fromString(String header) {
        String number = header.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return new Version(Long.parseLong(number));
        } catch (NumberFormatException e) {
            throw CommonProblem.PRECONDITION_FAILED.because(
                    "If-Match 无效：%s", "the If-Match header is not one of ours: %s", header);
        }
    }

    static long required(Version version) {
        if (version == null) {
            throw UnitProblem.VERSION_REQUIRED.because(
                    "请在 If-Match 中带上所读版本的 ETag", "send the ETag of the version you read as If-Match");
        }
        return version.number;
    }

    static Long optional(Version version) {
        return version == null ? null : version.number;
    }
}
