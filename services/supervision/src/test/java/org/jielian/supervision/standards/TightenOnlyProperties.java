package org.jielian.supervision.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jielian.contracts.ReleaseState.Edit;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Kind;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.contracts.StandardPackage.ScoringFunction;

/** Random edits at every tier: whatever people try, nobody ends up with a looser value than the province's. */
class TightenOnlyProperties {
    private static final StandardPackage SHIPPED = Packages.shipped();
    private static final List<String> PATHS = List.copyOf(Places.of(SHIPPED).keySet());
    private static final String CITY = "331100";
    private static final String COUNTY = "331102";

    /** One thing somebody tries at one tier: the province issues anew, a city or county localises. */
    record Attempt(int tier, List<Edit> edits, List<Item> items) {}

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<String> numbers = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("2000"))
                .ofScale(1)
                .map(BigDecimal::toPlainString);
        Arbitrary<String> values = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(12, numbers),
                net.jqwik.api.Tuple.of(
                        2,
                        Arbitraries.of(
                                "true", "false", "01-15", "03-31", "12", "STAT", "QUOTA", "DOC", "2024", "x", "-1")));
        return Combinators.combine(Arbitraries.of(PATHS), values).as(Edit::new);
    }

    /** Near the present value, so that many are allowed. */
    @Provide
    Arbitrary<Edit> nearEdits() {
        List<Place> numbers = Places.of(SHIPPED).values().stream()
                .filter(p -> p.direction() == Direction.LOWER || p.direction() == Direction.HIGHER)
                .filter(p -> !p.path().endsWith("/year") && !p.path().endsWith("/frequency"))
                .toList();
        return Combinators.combine(
                        Arbitraries.of(numbers), Arbitraries.integers().between(60, 110))
                .as((place, percent) -> new Edit(
                        place.path(),
                        new BigDecimal(place.value())
                                .multiply(new BigDecimal(percent))
                                .movePointLeft(2)
                                .stripTrailingZeros()
                                .toPlainString()));
    }

    @Provide
    Arbitrary<Item> items() {
        return Combinators.combine(
                        Arbitraries.of(CITY + "-X1", CITY + "-X2", COUNTY + "-Y1", "999999-Z", "J1", "A1"),
                        Arbitraries.of("A", "I", "Q"),
                        Arbitraries.integers().between(1, 7))
                .as((code, category, points) -> new Item(
                        code,
                        category,
                        new Name("地方", "local"),
                        Kind.QUALITATIVE,
                        ScoringFunction.DOC,
                        null,
                        new BigDecimal(points),
                        false,
                        null,
                        null,
                        null,
                        null));
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<List<Edit>> edits = Arbitraries.oneOf(nearEdits(), nearEdits(), nearEdits(), edits())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        edits,
                        items().list().ofMaxSize(2))
                .as(Attempt::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    /** A chain of three tiers as the cascade keeps it. */
    private static final class Chain {
        StandardPackage province = SHIPPED;
        StandardPackage city = SHIPPED;
        StandardPackage county = SHIPPED;
        List<Edit> ofCity = List.of();
        List<Edit> ofCounty = List.of();
        int refused;
        int accepted;

        void attempt(Attempt attempt) {
            switch (attempt.tier()) {
                case 0 -> provinceIssues(attempt.edits());
                case 1 -> cityLocalises(attempt);
                default -> countyLocalises(attempt);
            }
        }

        /** The province may go any way, as long as the package is sound. */
        private void provinceIssues(List<Edit> edits) {
            StandardPackage next;
            try {
                next = Editing.apply(province, edits);
            } catch (Editing.NotPossible e) {
                return;
            }
            if (!PackageCheck.of(next).isEmpty()) return;
            StandardPackage before = province;
            province = next;
            var carried = CarryingOver.over(before, next, ofCity, Localising.itemsOf(city, CITY));
            ofCity = List.copyOf(carried.kept());
            cityIssues(carried.content());
        }

        private void cityLocalises(Attempt attempt) {
            var localised = Localising.by(province, attempt.edits(), attempt.items(), CITY);
            if (refused(localised)) return;
            ofCity = localised.edits();
            cityIssues(localised.content());
        }

        private void cityIssues(StandardPackage next) {
            StandardPackage before = city;
            city = next;
            var carried = CarryingOver.over(before, next, ofCounty, Localising.itemsOf(county, COUNTY));
            ofCounty = List.copyOf(carried.kept());
            county = carried.content();
        }

        private void countyLocalises(Attempt attempt) {
            var localised = Localising.by(city, attempt.edits(), attempt.items(), COUNTY);
            if (refused(localised)) return;
            ofCounty = localised.edits();
            county = localised.content();
        }

        private boolean refused(Localising.Localised localised) {
            if (localised.defects().isEmpty()) {
                accepted++;
                return false;
            }
            refused++;
            assertThat(localised.defects())
                    .allSatisfy(d -> assertThat(d.place()).isNotBlank());
            return true;
        }
    }

    @Property(tries = 200)
    void noUnitEverHasALooserValueThanItsProvince(@ForAll("attempts") List<Attempt> attempts) {
        Chain chain = new Chain();
        for (Attempt attempt : attempts) {
            chain.attempt(attempt);
            assertNotLooser(chain.province, chain.city);
            assertNotLooser(chain.city, chain.county);
            assertNotLooser(chain.province, chain.county);
            assertThat(PackageCheck.of(chain.county)).isEmpty();
            assertThat(Points.of(chain.county, Points::isLocal)).isLessThanOrEqualTo(BigDecimal.TEN);
        }
    }

    /** Compared value by value, without the function under test. */
    private static void assertNotLooser(StandardPackage above, StandardPackage below) {
        Map<String, Place> own = Places.of(below);
        for (Place place : Places.of(above).values()) {
            assertThat(own).as(place.path()).containsKey(place.path());
            String value = own.get(place.path()).value();
            switch (place.direction()) {
                case LOWER ->
                    assertThat(new BigDecimal(value))
                            .as(place.path())
                            .isLessThanOrEqualTo(new BigDecimal(place.value()));
                case HIGHER ->
                    assertThat(new BigDecimal(value))
                            .as(place.path())
                            .isGreaterThanOrEqualTo(new BigDecimal(place.value()));
                case EARLIER -> assertThat(value).as(place.path()).isLessThanOrEqualTo(place.value());
                case BINDING ->
                    assertThat(place.value().equals("true") && value.equals("false"))
                            .as(place.path())
                            .isFalse();
                case FIXED -> assertThat(value).as(place.path()).isEqualTo(place.value());
            }
        }
    }

    @Property(tries = 300)
    void eachRefusalNamesThePlaceThatIsLooser(@ForAll("nearEdits") Edit edit) {
        Place place = Places.of(SHIPPED).get(edit.place());
        int compared = new BigDecimal(edit.value()).compareTo(new BigDecimal(place.value()));
        boolean looser = place.direction() == Direction.LOWER ? compared > 0 : compared < 0;
        List<Defect> defects =
                Localising.by(SHIPPED, List.of(edit), List.of(), CITY).defects();
        if (looser) assertThat(defects).extracting(Defect::place).contains(edit.place());
        else assertThat(new ArrayList<>(defects)).extracting(Defect::place).doesNotContain("passLine");
    }

    @Property(tries = 50)
    void nothingFromAboveCanBeRemoved(@ForAll("item") String code) {
        StandardPackage without = SHIPPED.withItems(
                SHIPPED.items().stream().filter(i -> !i.code().equals(code)).toList());
        assertThat(TightenOnly.check(SHIPPED, without, CITY))
                .extracting(Defect::place)
                .contains("items/" + code + "/points");
    }

    @Provide
    Arbitrary<String> item() {
        return Arbitraries.of(SHIPPED.items().stream().map(Item::code).toList());
    }

    @Property(tries = 20)
    void whatIsMeasuredAndHowIsFixed(@ForAll("fixed") String path) {
        Edit edit = new Edit(path, "OTHER");
        assertThat(Localising.by(SHIPPED, List.of(edit), List.of(), CITY).defects())
                .extracting(Defect::place)
                .containsExactly(path);
    }

    @Provide
    Arbitrary<String> fixed() {
        Set<String> fixed = Places.of(SHIPPED).values().stream()
                .filter(p -> p.direction() == Direction.FIXED)
                .map(Place::path)
                .collect(java.util.stream.Collectors.toSet());
        return Arbitraries.of(fixed);
    }
}
