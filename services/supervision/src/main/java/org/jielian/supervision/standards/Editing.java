package org.jielian.supervision.standards;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jielian.contracts.ReleaseState.Edit;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Quota;
import org.jielian.contracts.StandardPackage.Target;
import org.jielian.contracts.StandardPackage.Threshold;

/** Puts single values into a package. */
final class Editing {
    /** The place does not exist in the package, or the value does not fit it. */
    static final class NotPossible extends RuntimeException {
        NotPossible(String message) {
            super(message);
        }
    }

    static StandardPackage apply(StandardPackage content, List<Edit> edits) {
        StandardPackage edited = content;
        for (Edit edit : edits) edited = apply(edited, edit);
        return edited;
    }

    /**
     * The package with another value at one place.
     *
     * @throws NotPossible for a place that is not in the package or not open to edits, and for a value of another kind
     */
    static StandardPackage apply(StandardPackage p, Edit edit) {
        if (!Places.of(p).containsKey(edit.place())) throw new NotPossible("no such place");
        String[] at = edit.place().split("/");
        String value = edit.value();
        return switch (at[0]) {
            case "passLine" ->
                new StandardPackage(
                        p.coefficientSet(),
                        number(value),
                        p.categories(),
                        p.items(),
                        p.zones(),
                        p.quotas(),
                        p.targets());
            case "items" -> p.withItems(replace(p.items(), i -> i.code().equals(at[1]), i -> item(i, at[2], value)));
            case "quotas" ->
                withQuotas(
                        p, replace(p.quotas(), q -> q.key().equals(at[1] + "/" + at[2]), q -> quota(q, at[3], value)));
            case "targets" ->
                withTargets(p, replace(p.targets(), t -> t.code().equals(at[1]), t -> target(t, at[2], value)));
            default -> throw new NotPossible("not open to edits");
        };
    }

    private static <T> List<T> replace(List<T> all, Predicate<T> which, UnaryOperator<T> change) {
        return all.stream()
                .map(one -> which.test(one) ? change.apply(one) : one)
                .toList();
    }

    private static StandardPackage withQuotas(StandardPackage p, List<Quota> quotas) {
        return new StandardPackage(
                p.coefficientSet(), p.passLine(), p.categories(), p.items(), p.zones(), quotas, p.targets());
    }

    private static StandardPackage withTargets(StandardPackage p, List<Target> targets) {
        return new StandardPackage(
                p.coefficientSet(), p.passLine(), p.categories(), p.items(), p.zones(), p.quotas(), targets);
    }

    private static Item item(Item i, String field, String value) {
        boolean binding = field.equals("binding") ? flag(value) : i.binding();
        Threshold threshold = field.equals("threshold")
                ? new Threshold(
                        number(value), i.threshold().unit(), i.threshold().sense())
                : i.threshold();
        Integer frequency = field.equals("frequency") ? Integer.valueOf(whole(value)) : i.frequency();
        String due = field.equals("due") ? day(value) : i.due();
        if (!List.of("binding", "threshold", "frequency", "due").contains(field)) {
            throw new NotPossible("not open to edits");
        }
        return new Item(
                i.code(),
                i.category(),
                i.name(),
                i.kind(),
                i.function(),
                i.indicator(),
                i.points(),
                binding,
                threshold,
                frequency,
                due,
                i.evidence());
    }

    private static Quota quota(Quota q, String bound, String value) {
        Map<Bound, BigDecimal> values = new EnumMap<>(q.values());
        values.put(Bound.valueOf(bound), number(value));
        return new Quota(q.type(), q.level(), q.zone(), q.heating(), q.indicator(), values);
    }

    private static Target target(Target t, String field, String value) {
        return switch (field) {
            case "value" ->
                new Target(t.code(), t.name(), t.kind(), t.indicator(), t.baseYear(), t.year(), number(value));
            case "year" ->
                new Target(t.code(), t.name(), t.kind(), t.indicator(), t.baseYear(), whole(value), t.value());
            default -> throw new NotPossible("not open to edits");
        };
    }

    private static BigDecimal number(String value) {
        return read(value, BigDecimal::new);
    }

    private static int whole(String value) {
        return read(value, Integer::parseInt);
    }

    private static boolean flag(String value) {
        if ("true".equals(value) || "false".equals(value)) return Boolean.parseBoolean(value);
        throw new NotPossible("neither true nor false: " + value);
    }

    private static String day(String value) {
        if (!PackageCheck.isDay(value)) throw new NotPossible("not a day of the year: " + value);
        return value;
    }

    private static <T> T read(String value, Function<String, T> reader) {
        try {
            if (value != null && value.length() <= 30) return reader.apply(value.strip());
        } catch (NumberFormatException notANumber) {
            throw new NotPossible("not a number: " + value);
        }
        throw new NotPossible("not a number: " + value);
    }

    private Editing() {}
}
