package org.jielian.contracts;

/** The level of an institution in the words of a quota table, where rows of its {@link UnitKind} differ by level. */
public enum UnitLevel {
    /** 一级 hospital. */
    GRADE_1,
    /** 二级 hospital. */
    GRADE_2,
    /** 三级 hospital. */
    GRADE_3,
    /** 省级 library. */
    PROVINCIAL,
    /** 市级 library. */
    CITY,
    /** 县级 library. */
    COUNTY
}
