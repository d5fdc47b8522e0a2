package org.jielian.testkit;

import io.smallrye.jwt.build.Jwt;
import java.util.Set;

/** Signed tokens as the realm would give them, for any person a test needs. */
public final class Tokens {
    static final String ISSUER = "https://server.example.com";
    static final String AUDIENCE = "services";

    /** Somebody of a region or unit, named as the node is. */
    public static String of(String node, String... roles) {
        return Jwt.preferredUserName(node)
                .claim("node", node)
                .groups(Set.of(roles))
                .audience(AUDIENCE)
                .issuer(ISSUER)
                .jws()
                .keyId("1")
                .sign();
    }

    /** A region's person with all roles such a person has in the local realm. */
    public static String region(String code) {
        return of(code, "administrator", "reviewer", "supervisor");
    }

    /** A unit's person. */
    public static String unit(String code) {
        return of(code, "reporter");
    }

    /** The one who loads data on behalf of any node. */
    public static String operator() {
        return Jwt.preferredUserName("operator")
                .groups(Set.of("operator"))
                .audience(AUDIENCE)
                .issuer(ISSUER)
                .jws()
                .keyId("1")
                .sign();
    }

    private Tokens() {}
}
