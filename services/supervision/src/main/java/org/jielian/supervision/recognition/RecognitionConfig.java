package org.jielian.supervision.recognition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** Terms of the way to the title. */
@ConfigMapping(prefix = "recognition")
public interface RecognitionConfig {
    /** How often it is looked whether a day has come, the register has changed or a year is complete. */
    @WithDefault("30s")
    String lookAtTheClock();

    /** Working days a county has for its review. */
    @WithDefault("10")
    int countyReview();

    /** Working days a city has for its review. */
    @WithDefault("20")
    int cityReview();

    /** Working days a province has for its decision. */
    @WithDefault("20")
    int provinceReview();

    /** Working days of the public notice, the day it is published not counted. */
    @WithDefault("5")
    int publicNotice();

    /** Days within which a rectification has to be done at the latest. */
    @WithDefault("60")
    int rectification();

    /** Least per cent of applications a city visits. */
    @WithDefault("30")
    int cityVisits();

    /** Least per cent of applications a province visits. */
    @WithDefault("10")
    int provinceVisits();

    /** How long after recognition or confirmation a title is looked at on site again. */
    @WithDefault("P3Y")
    Period onSite();
}
