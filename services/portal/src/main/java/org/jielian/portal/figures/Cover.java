package org.jielian.portal.figures;

import org.jielian.portal.i18n.Numbers;

/** How much of what should be there a figure is made of. */
public record Cover(long reported, long expected) implements Comparable<Cover> {
    private static final int GOOD = 95;
    private static final int POOR = 80;

    public String text() {
        return Numbers.format(reported) + "/" + Numbers.format(expected);
    }

    /** Parts in a thousand, so that 23,999 of 24,000 is not yet all. */
    private long perMille() {
        return expected == 0 ? 1000 : Math.min(1000, reported * 1000 / expected);
    }

    public String percent() {
        return expected == 0 ? Numbers.MISSING : perMille() / 10 + "." + perMille() % 10 + "%";
    }

    public String grade() {
        long percent = perMille() / 10;
        if (expected == 0) return "none";
        return percent >= GOOD ? "good" : percent >= POOR ? "fair" : "poor";
    }

    @Override
    public int compareTo(Cover other) {
        return Long.compare(perMille(), other.perMille());
    }
}
