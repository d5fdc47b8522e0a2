package org.jielian.portal.checks;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jielian.portal.clients.Checking.Parameter;
import org.jielian.portal.clients.Checking.Parameters;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;

/**
 * The form by which a region sets what the checks go by.
 *
 * @param error what is wrong with the whole; {@code null} if nothing is
 */
public record ChecksForm(List<Group> rules, String error) {
    /** The parameters of one rule. */
    public record Group(String title, List<Field> fields) {}

    /**
     * One number to set.
     *
     * @param value what the region itself says; empty inherits
     * @param inForce what holds now, and whose it is
     * @param bounds between which it may lie
     */
    public record Field(String name, String label, String value, String inForce, String bounds, String error) {}

    /** @param typed what was typed last, by name; empty for a fresh form */
    static ChecksForm of(
            Parameters parameters, Map<String, String> typed, UpstreamProblem refused, Language language, Words words) {
        Map<String, String> errors = new HashMap<>();
        if (refused != null) refused.body().errors().forEach(e -> errors.put(e.field(), e.message()));
        Map<String, List<Field>> rules = parameters.items().stream()
                .collect(Collectors.groupingBy(
                        Parameter::rule,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                p -> field(p, parameters.region(), typed, errors.get(p.name()), language, words),
                                Collectors.toList())));
        return new ChecksForm(
                rules.entrySet().stream()
                        .map(rule -> new Group(words.get("checksOfRule", rule.getKey()), rule.getValue()))
                        .toList(),
                refused == null ? null : refused.message());
    }

    private static Field field(
            Parameter p, String region, Map<String, String> typed, String error, Language language, Words words) {
        String own = region.equals(p.setIn()) ? plain(p.value()) : "";
        return new Field(
                p.name(),
                language == Language.EN ? p.en() : p.zh(),
                typed.getOrDefault(p.name(), own),
                p.setIn() == null
                        ? words.get("checkByDefault", plain(p.value()))
                        : words.get("checkSetBy", plain(p.value()), p.setInName()),
                words.get("checksBounds", plain(p.least()), plain(p.most())),
                error);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** What differs from what the region says now; what was emptied is inherited again. Words go as they are: the service refuses them. */
    static Map<String, Object> changes(Parameters present, Map<String, String> typed) {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (Parameter p : present.items()) {
            String text = typed.get(p.name());
            if (text == null) continue;
            boolean own = present.region().equals(p.setIn());
            if (text.isEmpty() && own) changes.put(p.name(), null);
            else if (!text.isEmpty() && !(own && text.equals(plain(p.value())))) changes.put(p.name(), text);
        }
        return changes;
    }
}
