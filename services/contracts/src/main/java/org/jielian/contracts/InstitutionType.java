package org.jielian.contracts;

/** What kind of public institution (公共机构) a unit is; totals are kept apart by it. */
public enum InstitutionType {
    /** Party and government agency, 党政机关. */
    AGENCY,
    /** School, 教育. */
    SCHOOL,
    /** Hospital and other health institution, 卫生. */
    HOSPITAL,
    /** Any other public institution: culture, sport, science, services. */
    OTHER
}
