package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.ProblemException.FieldError;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.forms.Quantities;

/** Reads why a report is sent back. A return nobody could act on is refused. */
@Singleton
class ReadingReturns {
    private static final int LONGEST_TEXT = 1000;
    private static final String QUANTITIES = "quantities.";
    private static final Set<String> DENOMINATORS = Set.of("headcount", "floorArea");

    @Inject
    Quantities quantities;

    Return read(String comment, List<Return.Cell> cells, Instant now, Person.Identity who) {
        List<FieldError> errors = new ArrayList<>();
        String whole = words("comment", comment, errors);
        List<Return.Cell> read = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        int place = 0;
        for (Return.Cell cell : cells == null ? List.<Return.Cell>of() : cells) {
            String at = "cells[" + place++ + "]";
            if (cell == null || !isField(cell.field())) {
                errors.add(new FieldError(at + ".field", Text.of("报表中没有这一项", "a report has no such field")));
            } else if (!seen.add(cell.field())) {
                errors.add(new FieldError(at + ".field", Text.of("同一项只能写一次", "each field once only")));
            } else {
                read.add(new Return.Cell(cell.field(), words(at + ".comment", cell.comment(), errors)));
            }
        }
        if (errors.isEmpty() && whole == null && read.stream().noneMatch(c -> c.comment() != null)) {
            errors.add(new FieldError("comment", Text.of("请写明退回原因", "say why it is sent back")));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID, Text.of("有 %s 处需要更正", "%s fields need correction", errors.size()), errors);
        }
        return new Return(now, who.name(), who.node(), whole, read);
    }

    private boolean isField(String field) {
        if (field == null) return false;
        return DENOMINATORS.contains(field)
                || field.startsWith(QUANTITIES) && quantities.find(field.substring(QUANTITIES.length())) != null;
    }

    private static String words(String field, String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) return null;
        if (text.length() > LONGEST_TEXT) {
            errors.add(new FieldError(field, Text.of("最多 %s 个字", "at most %s characters", LONGEST_TEXT)));
        }
        return text.strip();
    }
}
