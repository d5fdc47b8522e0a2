package org.jielian.contracts;

/**
 * Where in the chain a region stands. The tree has variable depth: a county may hang under a province, a city may have no county.
 * The order is from the top down.
 */
public enum Tier {
    PROVINCE,
    CITY,
    COUNTY
}
