package org.jielian.metrics.validation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jielian.metrics.coefficients.Coefficients;
import org.jielian.metrics.forms.Forms;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.premises.Shares;
import org.jielian.metrics.premises.Shares.Hosted;
import org.jielian.metrics.validation.KnownLimits.UnitYear;

/**
 * The one engine of validation, for form, file and call alike: rules V03 to V14. That texts are numbers and codes are codes (V01, V02) was
 * found out while they were read.
 */
@Singleton
public class Checks {
    private static final int YEAR = 12;

    private static final List<Rule> RULES = List.of(
            new PartsWithinWholes(),
            new UsePaidFor(),
            new UnitPrices(),
            new HeadcountAndArea(),
            new AreaAgainstQuota(),
            new SumsOfTheYear(),
            new SameMonthLastYear(),
            new CopiedMonth(),
            new HeatInSeason(),
            new FuelOfVehicles(),
            new Magnitude(),
            new SharedPremises());

    @Inject
    StoredMonths stored;

    @Inject
    KnownLimits limits;

    @Inject
    Shares shares;

    @Inject
    KnownParameters parameters;

    @Inject
    Forms forms;

    @Inject
    Quantities quantities;

    @Inject
    Coefficients coefficients;

    /** What is found in a month by itself and in the light of what its unit has stored. */
    public List<Finding> of(Subject subject) {
        return of(List.of(subject), new MonthsOfFile()).get(0);
    }

    /**
     * What is found in each of some months, in their order. The months given are each other's history, with those of the same file
     * before them and those that are stored. Asks the database once for all of them.
     */
    public List<List<Finding>> of(List<Subject> subjects, MonthsOfFile file) {
        if (subjects.isEmpty()) return List.of();
        KnownParameters.Tree tree = parameters.tree();
        Map<String, Map<YearMonth, Month>> history = history(subjects, tree);
        Map<String, Map<YearMonth, Month>> standing = new HashMap<>();
        history.forEach((unit, months) -> standing.put(unit, Map.copyOf(months)));
        for (Subject subject : subjects) file.add(subject);
        subjects.stream().map(Subject::unitCode).distinct().forEach(unit -> history.computeIfAbsent(
                        unit, u -> new HashMap<>())
                .putAll(file.of(unit)));
        for (Subject subject : subjects)
            history.get(subject.unitCode()).put(subject.month().period(), subject.month());
        Map<UnitYear, List<Limits>> quotas = limits.of(wholeYears(subjects, history));
        Map<String, List<Hosted>> hosted = shares.of(hosted(subjects));
        List<List<Finding>> findings = new ArrayList<>(subjects.size());
        for (Subject subject : subjects) {
            String unit = subject.unitCode();
            UnitYear year = new UnitYear(unit, subject.month().period().getYear());
            findings.add(inspection(
                            subject,
                            history.get(unit),
                            standing.getOrDefault(unit, Map.of()),
                            quotas.getOrDefault(year, List.of()),
                            hosted.getOrDefault(unit, List.of()),
                            tree)
                    .by(RULES));
        }
        return findings;
    }

    /** Only of these anything can be said as a year; nobody asks for the limits of others. */
    private static Set<UnitYear> wholeYears(List<Subject> subjects, Map<String, Map<YearMonth, Month>> history) {
        Set<UnitYear> years = new HashSet<>();
        for (Subject subject : subjects) {
            int year = subject.month().period().getYear();
            Map<YearMonth, Month> months = history.get(subject.unitCode());
            boolean whole = IntStream.rangeClosed(1, YEAR).allMatch(m -> months.containsKey(YearMonth.of(year, m)));
            if (whole) years.add(new UnitYear(subject.unitCode(), year));
        }
        return years;
    }

    /** Few units share a building: nobody asks what is shared by the others. */
    private static Set<String> hosted(List<Subject> subjects) {
        return subjects.stream().filter(Subject::hosted).map(Subject::unitCode).collect(Collectors.toSet());
    }

    private Inspection inspection(
            Subject subject,
            Map<YearMonth, Month> months,
            Map<YearMonth, Month> stored,
            List<Limits> quotas,
            List<Hosted> hosted,
            KnownParameters.Tree tree) {
        return new Inspection(
                subject,
                months,
                stored,
                quotas,
                hosted,
                tree.at(subject.unitPath()),
                forms.of(subject.month().period()),
                quantities,
                coefficients.require(Coefficients.USUAL));
    }

    /** From as far back as some rule looks to a year after the last of them. */
    private Map<String, Map<YearMonth, Month>> history(List<Subject> subjects, KnownParameters.Tree tree) {
        YearMonth first = null;
        YearMonth last = null;
        for (Subject subject : subjects) {
            YearMonth period = subject.month().period();
            boolean sums = SumsOfTheYear.isDue(subject.month(), tree.at(subject.unitPath()));
            YearMonth from = sums ? YearMonth.of(period.getYear() - 1, 1) : period.minusMonths(YEAR);
            if (first == null || from.isBefore(first)) first = from;
            if (last == null || period.isAfter(last)) last = period;
        }
        var units = subjects.stream().map(Subject::unitCode).collect(Collectors.toSet());
        return stored.of(units, first, last.plusMonths(YEAR));
    }
}
