package org.jielian.supervision.inspections;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** Terms of inspections and of what follows from them. */
@ConfigMapping(prefix = "inspections")
public interface InspectionsConfig {
    /** Working days a unit has to confirm what was found, after which its silence is noted and the inspection goes on. */
    @WithDefault("5")
    int confirmWithin();

    /** Days after the check within which a notice has to be served. */
    @WithDefault("20")
    int serveWithin();

    /** The longest term of a matter of management. */
    @WithDefault("P6M")
    Period shortTerm();

    /** The longest term of a retrofit, and how far any problem may be put off. */
    @WithDefault("P2Y")
    Period longTerm();

    /** Working days there are at least to do it again after a return. */
    @WithDefault("5")
    int againWithin();

    /** Inspectors of one unit that are drawn. */
    @WithDefault("2")
    int inspectorsDrawn();

    /** Most units of one plan. */
    @WithDefault("500")
    int unitsOfAPlan();

    /** How often it is looked whether a day has come or the register has changed. */
    @WithDefault("30s")
    Duration lookAtTheClock();
}
