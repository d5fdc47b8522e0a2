package org.jielian.metrics.validation;

/** One rule of domain validation, by its number. Whether it is on, and how strict, stands in {@link Parameters}. */
interface Rule {
    /** {@code V03} to {@code V14}. */
    String number();

    /** Tells the inspection what is conspicuous; nothing when all is as expected. */
    void inspect(Inspection inspection);
}
