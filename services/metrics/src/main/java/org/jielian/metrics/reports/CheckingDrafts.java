package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.validation.Checks;
import org.jielian.metrics.validation.Finding;
import org.jielian.metrics.validation.Month;
import org.jielian.metrics.validation.MonthsOfFile;
import org.jielian.metrics.validation.Severity;
import org.jielian.metrics.validation.Subject;

/** Has drafts checked and decides which may be recorded: the same way for form, file and call. */
@Singleton
class CheckingDrafts {

    @Inject
    Checks checks;

    @Inject
    Person person;

    /**
     * The draft with what was found in it.
     *
     * @throws ProblemException INVALID_FIGURES where the figures contradict each other, UNEXPLAINED where somebody has to say why
     */
    Draft checked(Draft draft, Whereabouts where) {
        Draft checked = draft.found(findings(draft, where));
        List<Finding> objections = objections(checked);
        if (objections.isEmpty()) return checked;
        boolean wrong = objections.get(0).severity() == Severity.HARD;
        throw new ProblemException(
                wrong ? ReportProblem.INVALID_FIGURES : ReportProblem.UNEXPLAINED,
                wrong
                        ? Text.of("有 %s 处需要更正", "%s fields need correction", objections.size())
                        : Text.of("有 %s 处需要更正或说明原因", "%s fields need correction or an explanation", objections.size()),
                objections.stream()
                        .map(f -> new ProblemException.FieldError(f.field(), named(f)))
                        .toList());
    }

    /** What the rules find in a draft. */
    List<Finding> findings(Draft draft, Whereabouts where) {
        return checks.of(subject(draft, where));
    }

    /** Many drafts of one file, each with what was found in it, in their order. */
    List<Draft> checked(List<Draft> drafts, Map<Report.Key, Whereabouts> where, MonthsOfFile file) {
        List<Subject> subjects =
                drafts.stream().map(d -> subject(d, where.get(d.key()))).toList();
        List<List<Finding>> findings = checks.of(subjects, file);
        List<Draft> checked = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) checked.add(drafts.get(i).found(findings.get(i)));
        return checked;
    }

    /**
     * What stands in the way of recording a draft: contradictions, or else what nobody explained. The operator loads what others reported
     * long ago and can't explain it; what was found is kept with the report all the same.
     */
    List<Finding> objections(Draft draft) {
        List<Finding> wrong = draft.findings().stream()
                .filter(f -> f.severity() == Severity.HARD)
                .toList();
        if (!wrong.isEmpty() || person.isOperator()) return wrong;
        Map<String, String> explanations = draft.figures().remarks().explanations();
        return draft.findings().stream()
                .filter(f -> f.severity() == Severity.SOFT)
                .filter(f -> !explanations.containsKey(f.field()) && !explanations.containsKey(Remarks.ALL_OF_IT))
                .toList();
    }

    private static Text named(Finding finding) {
        return new Text(
                finding.rule() + " " + finding.message().zh(),
                finding.rule() + " " + finding.message().en());
    }

    private static Subject subject(Draft draft, Whereabouts where) {
        Figures figures = draft.figures();
        Month month = new Month(draft.period(), figures.quantities(), figures.headcount(), figures.floorArea());
        return new Subject(draft.unitCode(), where.unitPath(), where.countsIn().type(), month, where.hosted());
    }
}
