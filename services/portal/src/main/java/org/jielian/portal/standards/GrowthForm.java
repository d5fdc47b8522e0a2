package org.jielian.portal.standards;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Kind;
import org.jielian.contracts.StandardPackage.ScoringFunction;
import org.jielian.contracts.StandardPackage.Sense;
import org.jielian.contracts.StandardPackage.TargetKind;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.i18n.Words;

/**
 * Where one describes what is to be added to a part of a draft, and marks what is to be taken out.
 *
 * @param title what would be added
 * @param open whether something was typed already
 */
public record GrowthForm(String title, boolean open, List<Input> inputs, List<Option> removable) {
    /** One input; {@code options} are {@code null} where one types. */
    public record Input(String name, String label, String value, List<Option> options) {}

    /**
     * The form.
     *
     * @param said what was sent and refused; {@code null} for a fresh form
     */
    static GrowthForm of(
            StandardPackage content, String part, MultivaluedMap<String, String> said, Labels labels, Words words) {
        Map<String, String> typed = said == null ? Map.of() : Growth.typed(said);
        List<String> gone = said == null ? List.of() : Growth.gone(said);
        Maker maker = new Maker(typed, words);
        switch (part) {
            case Fields.MAIN -> maker.target();
            case Fields.ITEMS -> maker.item(content, labels);
            default -> maker.quota(part);
        }
        boolean row = !part.equals(Fields.MAIN) && !part.equals(Fields.ITEMS);
        return new GrowthForm(
                words.get(row ? "addQuota" : part.equals(Fields.MAIN) ? "addTarget" : "addJudgedItem"),
                typed.keySet().stream()
                        .anyMatch(
                                name -> described(name, row) && !typed.get(name).isEmpty()),
                maker.inputs,
                Growth.places(content, part).stream()
                        .map(place -> new Option(place, labels.of(place), gone.contains(place)))
                        .toList());
    }

    private static boolean described(String name, boolean row) {
        return row ? Stream.of(Bound.values()).anyMatch(bound -> name.equals("new." + bound)) : name.equals("new.code");
    }

    private static final class Maker {
        private final List<Input> inputs = new ArrayList<>();
        private final Map<String, String> typed;
        private final Words words;

        Maker(Map<String, String> typed, Words words) {
            this.typed = typed;
            this.words = words;
        }

        void item(StandardPackage content, Labels labels) {
            text("code", words.get("itemCode"), "");
            names();
            choice(
                    "category",
                    content.categories().stream()
                            .map(c -> new Named(c.code(), c.code() + " " + labels.text(c.name())))
                            .toList());
            choice("kind", named("kind", Kind.values()));
            choice("function", named("function", ScoringFunction.values()));
            field("points");
            choice("binding", List.of(named("binding", "false"), named("binding", "true")));
            List<Named> indicators = new ArrayList<>(List.of(new Named("", words.get("none"))));
            Growth.indicators().forEach(code -> indicators.add(named("indicator", code)));
            choice("indicator", indicators);
            field("threshold");
            field("unit");
            choice("sense", named("sense", Sense.values()));
            field("frequency");
            field("due");
            field("evidence");
        }

        void target() {
            text("code", words.get("targetCode"), "");
            names();
            choice("kind", "targetKindName", named("targetKind", TargetKind.values()));
            choice(
                    "indicator",
                    Growth.indicators().stream()
                            .map(code -> named("indicator", code))
                            .toList());
            field("baseYear");
            field("year");
            field("value");
        }

        void quota(String part) {
            text("type", words.get("quotaKind"), part);
            for (String field : List.of("level", "zone", "heating")) text(field, words.get("quotaRow" + field), "*");
            choice(
                    "indicator",
                    Growth.indicators().stream()
                            .map(code -> named("indicator", code))
                            .toList());
            for (Bound bound : Bound.values()) text(bound.name(), words.get("bound" + bound), "");
        }

        private void names() {
            text("zh", words.get("itemNameZh"), "");
            text("en", words.get("itemNameEn"), "");
        }

        private void field(String name) {
            text(name, words.get("standardField" + name), "");
        }

        private void text(String name, String label, String first) {
            inputs.add(new Input("new." + name, label, typed.getOrDefault("new." + name, first), null));
        }

        private void choice(String name, List<Named> choices) {
            choice(name, "standardField" + name, choices);
        }

        private void choice(String name, String label, List<Named> choices) {
            String chosen = typed.get("new." + name);
            inputs.add(new Input(
                    "new." + name,
                    words.get(label),
                    chosen,
                    choices.stream()
                            .map(c -> new Option(c.code(), c.text(), c.code().equals(chosen)))
                            .toList()));
        }

        private record Named(String code, String text) {}

        private Named named(String prefix, String code) {
            return new Named(code, words.get(prefix + code));
        }

        private List<Named> named(String prefix, Enum<?>[] all) {
            return Stream.of(all).map(one -> named(prefix, one.name())).toList();
        }
    }
}
