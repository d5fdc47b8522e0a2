package org.jielian.supervision.assessment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jielian.contracts.StandardPackage.TargetKind;
import org.jielian.supervision.calendar.FirstMonth;
import org.jielian.supervision.evaluation.Evaluating;
import org.jielian.supervision.evaluation.Evaluating.Rules;
import org.jielian.supervision.evaluation.Result;
import org.jielian.supervision.evaluation.Rulebook;
import org.jielian.supervision.evaluation.Rulebooks;
import org.jielian.supervision.evaluation.Subject;
import org.jielian.supervision.evaluation.Subjects;
import org.jielian.supervision.programme.Agencies;
import org.jielian.supervision.programme.Allotments;

/** Reads everything a sheet is computed from, at one moment and in the sight of whoever computes it. */
@Singleton
class GatheringInputs {
    @Inject
    Rulebooks rulebooks;

    @Inject
    Subjects subjects;

    @Inject
    RecordOfYear record;

    @Inject
    Agencies agencies;

    @Inject
    Allotments allotments;

    @Inject
    FirstMonth first;

    @Inject
    AssessmentConfig config;

    /** The assessor's release that judges the year: it measures everybody the region assesses. */
    Rules rules(String assessor, String standard, int year) {
        return rulebooks
                .open()
                .of(assessor, standard, year)
                .orElseThrow(() -> AssessmentProblem.NO_STANDARD.because(
                        "%s 没有适用于 %s 年的标准 %s", "%s has no release that judges %s by %s", assessor, year, standard));
    }

    Inputs of(Assessed assessed, Rules rules, int year, LocalDate today) {
        YearMonth until = lastExpected(year, today);
        YearMonth watched = first.get();
        LocalDate end = LocalDate.of(year, 12, 31);
        Optional<Subject> subject = subject(assessed, rules, year);
        List<Result.TargetPosition> targets = subject.map(s -> Evaluating.of(s, rules, year).targets().stream()
                        .filter(t -> t.kind() != TargetKind.SHARE)
                        .toList())
                .orElse(List.of());
        return new Inputs(
                today,
                assessed.code(),
                assessed.unit(),
                year,
                rules.release(),
                rules.coefficients(),
                subject.map(Subject::years).orElse(Map.of()),
                targets,
                record.bands(assessed, rules.standardCode(), year),
                record.coverage(assessed, YearMonth.of(year, 1), until, watched),
                watched,
                record.late(assessed, year),
                assessed.unit() ? List.of() : record.adoptions(assessed, year),
                record.tasks(assessed, year),
                record.rectified(assessed, year),
                agencies.at(assessed.path(), end.isAfter(today) ? today : end),
                allotments.of(assessed.code(), year).orElse(null),
                record.criticised(assessed, year),
                record.falsified(assessed, year));
    }

    private Optional<Subject> subject(Assessed assessed, Rules rules, int year) {
        List<String> code = List.of(assessed.code());
        var baseYears = Rulebook.baseYears(rules.content());
        List<Subject> found =
                assessed.unit() ? subjects.units(code, year, baseYears) : subjects.regions(code, year, baseYears);
        return found.stream().findFirst();
    }

    /** Reports of a month are expected some days after it has ended. */
    private YearMonth lastExpected(int year, LocalDate today) {
        YearMonth last =
                YearMonth.from(today.minusDays(config.reportsAfterDays())).minusMonths(1);
        YearMonth december = YearMonth.of(year, 12);
        return last.isAfter(december) ? december : last;
    }
}
