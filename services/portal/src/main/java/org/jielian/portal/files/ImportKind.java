package org.jielian.portal.files;

import java.util.Arrays;
import java.util.Locale;
import org.jielian.portal.clients.UpstreamProblem;

/** What can be imported, and which service takes it. */
enum ImportKind {
    REPORTS,
    UNITS,
    REGIONS;

    static ImportKind of(String text) {
        return Arrays.stream(values())
                .filter(k -> k.code().equals(text))
                .findFirst()
                .orElseThrow(() -> UpstreamProblem.of(404, text));
    }

    /** As in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
