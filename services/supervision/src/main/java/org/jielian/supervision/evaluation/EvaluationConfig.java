package org.jielian.supervision.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** When results are made anew, and which of them are ranked. */
@ConfigMapping(prefix = "evaluation")
public interface EvaluationConfig {
    /** How often it is looked whether results have to be made anew. */
    @WithDefault("100ms")
    Duration look();

    /** How long nothing more has to change about a node before its results are made anew; saves making them for each row of an import. */
    @WithDefault("500ms")
    Duration quiet();

    /** How long a result may lag behind while its figures change without pause. */
    @WithDefault("20s")
    Duration latest();

    /** Units evaluated in one transaction. */
    @WithDefault("500")
    int batch();

    /** Per cent of the expected reports a region needs to be ranked among its siblings. */
    @WithDefault("90")
    BigDecimal rankFromCoverage();
}
