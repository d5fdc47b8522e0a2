package org.jielian.portal.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.contracts.Tier;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UnitsClient;
import org.jielian.portal.clients.UpstreamProblem;

/**
 * Nothing of a region or unit is shown before its service has said, to this person's own token, that the person may see it. What lies
 * beside or above the person's node is refused whether it exists or not.
 */
@ApplicationScoped
public class Gate {
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");
    private static final Pattern UNIT = Pattern.compile("[0-9A-Z]{18}");

    @RestClient
    UnitsClient units;

    public Region region(String code) {
        if (!REGION.matcher(code).matches()) throw UpstreamProblem.of(404, code);
        return units.region(code);
    }

    /** The same, for a page of that tier only. */
    public Region region(String code, Tier tier) {
        Region region = region(code);
        if (region.tier() != tier) throw UpstreamProblem.of(404, code);
        return region;
    }

    public Unit unit(String code) {
        if (!UNIT.matcher(code).matches()) throw UpstreamProblem.of(404, code);
        return units.unit(code);
    }

    public static boolean isUnit(String code) {
        return UNIT.matcher(code).matches();
    }
}
