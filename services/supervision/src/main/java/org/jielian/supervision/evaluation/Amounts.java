package org.jielian.supervision.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.supervision.evaluation.Missing.Code;
import org.jielian.supervision.evaluation.Result.Note;

/** The figures of one node and year, unrounded, made of its sums. */
final class Amounts {
    private static final Note ALL_FUEL = new Note(
            "FUEL_TAKEN_AS_TRANSPORT",
            "未单列车用油，汽油、柴油全部按交通用能扣除",
            "fuel of vehicles was not reported apart; all gasoline and diesel is taken as transport");
    private static final Note DATA_ROOM_INCLUDED =
            new Note("DATA_ROOM_INCLUDED", "未单列机房用电，未扣除", "electricity of a data room was not reported apart");

    /** An unrounded value, or why there is none. */
    record Amount(BigDecimal value, Missing missing, List<Note> notes) {
        static Amount of(BigDecimal value, Note... notes) {
            return value == null ? none(Code.NOT_REPORTED) : new Amount(value, null, List.of(notes));
        }

        static Amount none(Code why) {
            return new Amount(null, why.missing(), List.of());
        }
    }

    private final Subject subject;
    private final YearSums sums;
    private final CoefficientsState coefficients;
    private final int year;
    private final boolean whole;

    Amounts(Subject subject, CoefficientsState coefficients, int year) {
        this.subject = subject;
        this.sums = subject.in(year);
        this.coefficients = coefficients;
        this.year = year;
        this.whole = subject.isWhole(year);
    }

    Amount of(Indicator indicator) {
        if (sums.reports() == 0) return Amount.none(Code.NO_REPORTS);
        boolean needsCoefficients = indicator != Indicator.W_CAP && indicator != Indicator.EL_AREA;
        if (needsCoefficients && coefficients == null) return Amount.none(Code.NO_COEFFICIENTS);
        return switch (indicator) {
            case E_AREA -> Amount.of(perArea(kgce(sums.quantities())));
            case E_CAP -> Amount.of(perHead(kgce(sums.quantities())));
            case CO2_AREA -> Amount.of(perArea(coefficients.co2Kg(sums.quantities(), year)));
            case W_CAP -> Amount.of(perHead(sums.quantities().get("waterM3")));
            case EL_AREA -> electricity();
            case E_AREA_NONHEAT -> nonHeating();
            default -> Amount.none(Code.NOT_COMPUTED);
        };
    }

    /** Special systems are outside: what a data room used is taken off where it was reported. */
    private Amount electricity() {
        BigDecimal all = sums.quantities().get("electricityKwh");
        BigDecimal dataRoom = sums.quantities().get("dcElectricityKwh");
        if (all == null || dataRoom == null) return Amount.of(perArea(all), DATA_ROOM_INCLUDED);
        return Amount.of(perArea(all.subtract(dataRoom)));
    }

    /** All energy without that for heating and transport. Heat is the heating of district heating; what else heats is not metered apart. */
    private Amount nonHeating() {
        if (!subject.unit()) return Amount.none(Code.NOT_OF_A_REGION);
        Map<String, BigDecimal> rest = new HashMap<>(sums.quantities());
        if ("DISTRICT".equals(subject.heating())) rest.remove("heatGj");
        else if (!"NONE".equals(subject.heating())) return Amount.none(Code.HEATING_UNKNOWN);
        List<Note> notes = new ArrayList<>();
        takeOff(rest, "gasolineL", "gasolineVehicleL", notes);
        takeOff(rest, "dieselL", "dieselVehicleL", notes);
        return Amount.of(perArea(kgce(rest)), notes.toArray(Note[]::new));
    }

    private static void takeOff(Map<String, BigDecimal> rest, String fuel, String ofVehicles, List<Note> notes) {
        BigDecimal all = rest.get(fuel);
        if (all == null) return;
        BigDecimal part = rest.get(ofVehicles);
        rest.put(fuel, part == null ? BigDecimal.ZERO : all.subtract(part));
        if (part == null && all.signum() != 0 && !notes.contains(ALL_FUEL)) notes.add(ALL_FUEL);
    }

    private BigDecimal kgce(Map<String, BigDecimal> quantities) {
        return coefficients.kgce(quantities, year);
    }

    private BigDecimal perArea(BigDecimal amount) {
        return sums.per(amount, sums.floorArea(), whole);
    }

    private BigDecimal perHead(BigDecimal amount) {
        return sums.per(amount, sums.headcount(), whole);
    }
}
