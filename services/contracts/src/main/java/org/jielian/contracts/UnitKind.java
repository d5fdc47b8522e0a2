package org.jielian.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What an institution is in the words of a quota table, finer than its {@link InstitutionType}: a row of the table is of one kind. Agencies
 * have none, their row follows from the tier of the region that administers them; nor have institutions no row is made for.
 */
public enum UnitKind {
    /** 高等学校. */
    UNIVERSITY(InstitutionType.SCHOOL),
    /** 专科学校, vocational colleges included. */
    COLLEGE(InstitutionType.SCHOOL),
    /** 中学（走读）. */
    SECONDARY_DAY(InstitutionType.SCHOOL),
    /** 中学（寄宿）. */
    SECONDARY_BOARDING(InstitutionType.SCHOOL),
    /** 小学. */
    PRIMARY(InstitutionType.SCHOOL),
    /** 幼儿园. */
    KINDERGARTEN(InstitutionType.SCHOOL),
    /** 医院; its level is its grade. */
    HOSPITAL(InstitutionType.HOSPITAL, UnitLevel.GRADE_1, UnitLevel.GRADE_2, UnitLevel.GRADE_3),
    /** 图书馆; its level is that of the government that keeps it. */
    LIBRARY(InstitutionType.OTHER, UnitLevel.PROVINCIAL, UnitLevel.CITY, UnitLevel.COUNTY);

    private final InstitutionType type;
    private final Set<UnitLevel> levels;

    UnitKind(InstitutionType type, UnitLevel... levels) {
        this.type = type;
        this.levels = Set.of(levels);
    }

    /** Whether an institution of that type can be of this kind. */
    public boolean suits(InstitutionType other) {
        return type == other;
    }

    /** Whether there is that level of this kind. */
    public boolean has(UnitLevel level) {
        return levels.contains(level);
    }

    /** The kinds an institution of that type can be of. */
    public static List<UnitKind> of(InstitutionType type) {
        return Arrays.stream(values()).filter(kind -> kind.suits(type)).toList();
    }
}
