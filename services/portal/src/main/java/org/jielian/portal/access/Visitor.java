package org.jielian.portal.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jielian.portal.clients.Region;

/** The person who is signed in. */
@RequestScoped
public class Visitor {
    @Inject
    SecurityIdentity identity;

    @Inject
    JsonWebToken accessToken;

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    public String name() {
        return identity.getPrincipal().getName();
    }

    /** The region or unit the person belongs to; {@code null} for the operator. */
    public String node() {
        return isAnonymous() ? null : accessToken.getClaim("node");
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    public boolean isOperator() {
        return node() == null && has("operator");
    }

    public boolean isAt(String code) {
        return code != null && code.equals(node());
    }

    /** Whether the services would let this person keep the register and the reports of units right below that region. */
    public boolean administers(String regionCode) {
        return isOperator() || isAt(regionCode) && has("administrator");
    }

    /** Whether the services would let this person remind in the name of that region. */
    public boolean reminds(String regionCode) {
        return isOperator() || isAt(regionCode) && (has("administrator") || has("reviewer") || has("supervisor"));
    }

    /** Whether this person says whom to reach at that unit. */
    public boolean keepsContactOf(String unitCode, String regionCode) {
        return administers(regionCode) || isAt(unitCode) && (has("reporter") || has("administrator"));
    }

    /** Whether the services would let this person move a unit that stands below these regions, or change its type. */
    public boolean moves(List<Region.Step> path) {
        return isOperator() || has("administrator") && path.stream().anyMatch(step -> isAt(step.code()));
    }

    /** Whether this person reports for that unit: the unit itself, or the region that directly administers it. */
    public boolean reportsFor(String unitCode, String regionCode) {
        return isOperator()
                || isAt(unitCode) && has("reporter")
                || isAt(regionCode) && (has("administrator") || has("reporter"));
    }
}
