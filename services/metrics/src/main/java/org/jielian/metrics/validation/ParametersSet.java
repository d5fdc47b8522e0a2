package org.jielian.metrics.validation;

/** A region has set parameters of its own, or inherits them again. */
record ParametersSet(String region) {}
