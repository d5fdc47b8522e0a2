package org.jielian.local;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jielian.local.SampleFiles.Region;
import org.jielian.local.SampleFiles.Unit;

/** The people of the local realm: two per region of the sample's province, one for some units, and the operator. */
final class People {
    private static final List<String> REGION_ROLES = List.of("administrator", "reviewer", "supervisor");
    private static final List<String> UNIT_ROLES = List.of("reporter");
    /** Of each county its first unit; of the cities and the province, two units they administer themselves. */
    private static final int DIRECT_UNITS = 2;
    /** What the name of a region's second person ends in. */
    private static final String SECOND = "-b";

    /**
     * Someone who can sign in with the code as name and as password.
     *
     * @param code the region's or unit's code, for the second person of a region with an ending
     * @param node where the person belongs; null for the operator, who belongs nowhere
     */
    record Person(String code, String displayName, String node, List<String> roles) {}

    private final SampleFiles sample;

    People(SampleFiles sample) {
        this.sample = sample;
    }

    List<Person> all() {
        List<Person> people = new ArrayList<>();
        people.add(new Person("operator", "系统运行", null, List.of("operator")));
        Region province = sample.province();
        add(people, province);
        for (Region city : sample.below(province)) {
            add(people, city);
            sample.below(city).forEach(county -> add(people, county));
        }
        return people;
    }

    private void add(List<Person> people, Region region) {
        people.add(new Person(region.code(), region.name(), region.code(), REGION_ROLES));
        // nobody confirms or verifies their own work, so there has to be somebody else
        people.add(new Person(region.code() + SECOND, region.name() + "（复核）", region.code(), REGION_ROLES));
        int count = region.level().equals("COUNTY") ? 1 : DIRECT_UNITS;
        for (Unit unit : sample.unitsOf(region).stream().limit(count).toList()) {
            people.add(new Person(unit.code(), unit.name(), unit.code(), UNIT_ROLES));
        }
    }

    /** One of each tier, along one line of the chain, and the operator: whom to try first. */
    List<Person> examples() {
        Region province = sample.province();
        List<Region> cities = sample.below(province);
        Region city = cities.get(cities.size() - 1);
        Region county = sample.below(city).get(0);
        String unit = sample.unitsOf(county).get(0).code();
        return Stream.of(province.code(), city.code(), county.code(), unit, "operator")
                .map(code -> all().stream()
                        .filter(person -> person.code().equals(code))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
