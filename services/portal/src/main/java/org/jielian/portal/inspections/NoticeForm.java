package org.jielian.portal.inspections;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The problems of a notice as they were typed, row by row. */
final class NoticeForm {
    private static final List<String> FIELDS =
            List.of("item", "clause", "found", "term", "deadline", "responsible", "evidence");
    private static final int MOST = 100;

    static Map<String, Object> body(MultivaluedMap<String, String> typed) {
        List<Map<String, String>> problems = new ArrayList<>();
        for (int row = 1; row <= MOST; row++) {
            Map<String, String> problem = new LinkedHashMap<>();
            for (String field : FIELDS) {
                String value = typed.getFirst(field + row);
                if (value != null && !value.isBlank()) problem.put(field, value.strip());
            }
            // a row that names neither an item nor a clause is one nobody filled in
            if (problem.containsKey("item") || problem.containsKey("clause")) problems.add(problem);
        }
        return Map.of("problems", problems);
    }

    private NoticeForm() {}
}
