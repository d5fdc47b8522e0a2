package org.jielian.supervision.honours;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jielian.contracts.InstitutionType;
import org.jielian.supervision.honours.Placed.Outcome;
import org.jielian.supervision.honours.Placed.Reason;

/** The one function that chooses: a rule and candidates in, chosen, ranked and excluded out, and nothing else. */
final class Choosing {
    private final HonourKind kind;
    private final Rule rule;

    private Choosing(HonourKind kind, Rule rule) {
        this.kind = kind;
        this.rule = rule;
    }

    /** All candidates with what became of them: by type, the best first, the excluded ones last. */
    static List<Placed> of(HonourKind kind, Rule rule, Collection<Candidate> candidates) {
        return new Choosing(kind, rule).placed(candidates);
    }

    private record Valued(Candidate candidate, BigDecimal value) {}

    private List<Placed> placed(Collection<Candidate> candidates) {
        List<Placed> placed = new ArrayList<>();
        Map<InstitutionType, List<Valued>> ranked = new EnumMap<>(InstitutionType.class);
        List<Placed> excluded = new ArrayList<>();
        for (Candidate candidate : candidates) {
            BigDecimal value = value(candidate);
            List<Reason> reasons = reasons(candidate, value);
            if (reasons.isEmpty()) {
                ranked.computeIfAbsent(candidate.type(), t -> new ArrayList<>()).add(new Valued(candidate, value));
            } else {
                excluded.add(new Placed(candidate, Outcome.EXCLUDED, value, null, reasons));
            }
        }
        ranked.forEach((type, of) ->
                placed.addAll(ranked(of, places(type).orElseThrow().of(of.size()))));
        excluded.sort(Comparator.comparing(p -> p.candidate().unit()));
        placed.addAll(excluded);
        return placed;
    }

    private List<Placed> ranked(List<Valued> valued, int places) {
        Comparator<Valued> best = Comparator.comparing(Valued::value);
        if (kind == HonourKind.DEMONSTRATION) best = best.reversed();
        List<Valued> sorted = valued.stream()
                .sorted(best.thenComparing(v -> v.candidate().unit()))
                .toList();
        List<Placed> placed = new ArrayList<>();
        int rank = 0;
        BigDecimal before = null;
        for (int i = 0; i < sorted.size(); i++) {
            Valued v = sorted.get(i);
            if (before == null || v.value().compareTo(before) != 0) rank = i + 1;
            before = v.value();
            placed.add(new Placed(
                    v.candidate(), rank <= places ? Outcome.CHOSEN : Outcome.RANKED, v.value(), rank, List.of()));
        }
        return placed;
    }

    /** Of a leader its figure; of a demonstration unit its score with a bonus for figures within the guidance value. */
    private BigDecimal value(Candidate c) {
        if (kind == HonourKind.LEADER) return c.figures().get(rule.indicator().name());
        if (c.score() == null) return null;
        long within =
                c.bands().values().stream().filter("WITHIN_GUIDANCE"::equals).count();
        BigDecimal bonus = rule.bonusEach().multiply(BigDecimal.valueOf(within)).min(rule.bonusAtMost());
        return c.score().add(bonus);
    }

    private List<Reason> reasons(Candidate c, BigDecimal value) {
        List<Reason> reasons = new ArrayList<>();
        for (Why why : Why.values()) {
            if (why.isRequirement() && !rule.excluding().contains(why)) continue;
            String detail = detail(why, c, value);
            if (detail != null) reasons.add(Reason.of(why, detail));
        }
        return reasons;
    }

    /** Particulars of a reason that holds; {@code null} when it does not. */
    private String detail(Why why, Candidate c, BigDecimal value) {
        return switch (why) {
            case YEAR_INCOMPLETE ->
                c.isWhole() ? null : (c.sums() == null ? 0 : c.sums().reports()) + "/" + c.expected();
            case NO_TITLE -> c.type() != InstitutionType.AGENCY || c.title() != null ? null : "";
            case CRITICISED -> listed(c.criticised());
            case VETO -> listed(c.failing());
            case ABOVE_CONSTRAINT ->
                listed(c.bands().entrySet().stream()
                        .filter(b -> b.getValue().startsWith("ABOVE_"))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
            case OVERDUE -> listed(c.overdue());
            case FALSIFIED -> listed(c.falsified());
            case NO_VALUE -> value == null ? "" : null;
            case BELOW_SCORE ->
                kind == HonourKind.LEADER || value == null || value.compareTo(rule.minScore()) >= 0
                        ? null
                        : value.toPlainString();
            case TYPE_NOT_SELECTED ->
                places(c.type()).isPresent() ? null : c.type().name();
        };
    }

    private static String listed(List<?> things) {
        if (things.isEmpty()) return null;
        return things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private Optional<Rule.Places> places(InstitutionType type) {
        return rule.places().stream().filter(p -> p.type() == type).findFirst();
    }
}
