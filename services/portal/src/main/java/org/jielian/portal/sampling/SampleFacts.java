package org.jielian.portal.sampling;

import java.math.BigDecimal;
import org.jielian.portal.clients.Sample;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;

/** What there is to say about a sample as a whole. */
public record SampleFacts(
        String period,
        String who,
        String share,
        String seed,
        String algorithm,
        String population,
        String drawn,
        long checked,
        long of,
        String findings,
        String drawnAt) {
    static SampleFacts of(Sample s, Words words) {
        return new SampleFacts(
                s.period(),
                words.get(s.below() ? "unitsHereAndBelow" : "directOnly"),
                percent(s.share()),
                s.seed(),
                s.algorithm(),
                Numbers.format(s.population()),
                Numbers.format(s.drawn()),
                s.checked(),
                s.drawn(),
                Numbers.format(s.findings()),
                words.time(s.drawnAt()) + " " + s.drawnBy());
    }

    static String percent(BigDecimal share) {
        return Numbers.exact(share.movePointRight(2)) + "%";
    }

    /** What doing the draw again shows. */
    static String redrawn(Sample.Redraw r, Words words) {
        String reproduced = words.get(r.reproduced() ? "drawReproduced" : "drawNotReproduced");
        if (r.same()) return reproduced + words.get("populationSame");
        return reproduced
                + words.get(
                        "populationChanged",
                        Numbers.format(r.added().size()),
                        Numbers.format(r.gone().size()));
    }
}
