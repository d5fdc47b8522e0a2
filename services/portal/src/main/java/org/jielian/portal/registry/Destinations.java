package org.jielian.portal.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.contracts.Tier;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.AtOnce;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UnitsClient;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.registry.MoveForm.Group;

/** Where the signed-in person may move an institution to: the person's own region and every region below it. */
@RequestScoped
class Destinations {
    @RestClient
    UnitsClient units;

    @Inject
    AtOnce atOnce;

    @Inject
    Visitor visitor;

    List<Group> of(Unit unit, String chosen) {
        Region.Step top = unit.path().stream()
                .filter(step -> visitor.isOperator() || visitor.isAt(step.code()))
                .findFirst()
                .orElseThrow();
        String selected = chosen == null || chosen.isBlank() ? unit.regionCode() : chosen;
        List<Option> own = new ArrayList<>(List.of(option(top.code(), top.name(), selected)));
        List<Group> groups = new ArrayList<>(List.of(new Group(top.name(), own)));
        if (top.tier() == Tier.COUNTY) return groups;
        List<Region> below = units.children(top.code());
        // counties stand below their city; a county right below the top stands with it
        below.stream()
                .filter(region -> region.tier() == Tier.COUNTY)
                .forEach(county -> own.add(option(county.code(), county.name(), selected)));
        List<Supplier<Group>> asked = below.stream()
                .filter(region -> region.tier() != Tier.COUNTY)
                .map(city -> atOnce.ask(() -> group(city, selected)))
                .toList();
        asked.forEach(group -> groups.add(group.get()));
        return groups;
    }

    private Group group(Region region, String selected) {
        List<Option> regions = new ArrayList<>(List.of(option(region.code(), region.name(), selected)));
        units.children(region.code()).forEach(child -> regions.add(option(child.code(), child.name(), selected)));
        return new Group(region.name(), regions);
    }

    private static Option option(String code, String name, String selected) {
        return new Option(code, name + " " + code, code.equals(selected));
    }
}
