package org.jielian.supervision.scoring;

/** Who gave a score, in the order in which later ones stand over earlier ones. */
public enum Scorer {
    SELF,
    COUNTY,
    CITY,
    PROVINCE
}
