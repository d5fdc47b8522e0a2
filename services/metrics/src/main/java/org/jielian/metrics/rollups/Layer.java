package org.jielian.metrics.rollups;

import org.jielian.foundation.problems.CommonProblem;

/** Which reports are added up. */
enum Layer {
    /** All submitted ones. */
    LIVE("live", ""),
    /** Only the accepted ones. */
    REVIEWED("reviewed", "reviewed_");

    private final String sums;
    private final String prefix;

    Layer(String sums, String prefix) {
        this.sums = sums;
        this.prefix = prefix;
    }

    static Layer of(String asked) {
        if (asked == null) return LIVE;
        for (Layer layer : values()) if (layer.sums.equals(asked)) return layer;
        throw CommonProblem.INVALID.because("layer 只能是 live 或 reviewed", "layer is live or reviewed, not %s", asked);
    }

    /** How the JSON and the array column call it. */
    String sums() {
        return sums;
    }

    String column(String name) {
        return prefix + name;
    }
}
