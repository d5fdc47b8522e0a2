package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.jielian.local.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A city that hears nothing while a release and another one that takes its place go out: the matrix shows it and its counties as not
 * reached, and when it is back they all go by the second one.
 */
@OnRunningSystem
@Order(Integer.MAX_VALUE - 2)
class CityAwayIT {
    private static final String CITY = "331100";
    private static final String OTHER_CITY = "330100";
    private static final String PROVINCE = Jielian.PROVINCE;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Jielian jielian;
    private final Standard standard;

    CityAwayIT(Jielian jielian) {
        this.jielian = jielian;
        this.standard = new Standard(jielian, "AWAY");
    }

    @Test
    void endsInTheRightStateAndWasSeenAsNotReachedMeanwhile() {
        List<String> counties = jielian.sample().counties().stream()
                .filter(county -> county.parent().equals(CITY))
                .map(Sample.Region::code)
                .toList();
        standard.awaitAnswered(standard.release(standard.draft(body -> effective(body, 80, null))));
        hold(true);
        int superseded;
        int standing;
        try {
            superseded = standard.release(standard.draft(body -> effective(body, 82, null)));
            awaitOthers(superseded);
            assertNotReached(superseded, counties);
            int replaces = superseded;
            standing = standard.release(standard.draft(body -> effective(body, 84, replaces)));
            awaitOthers(standing);
            assertNotReached(standing, counties);
            assertThat(passLine(CITY)).isEqualTo(80);
        } finally {
            hold(false);
        }

        standard.awaitAnswered(standing);
        for (String region : counties) {
            await(region + " to go by the second release").atMost(PATIENCE).until(() -> passLine(region) == 84);
            assertThat(standard.newest(region).path("origin").asText()).isEqualTo(standard.key(standing));
        }
        assertThat(passLine(CITY)).isEqualTo(84);
        assertThat(jielian.as(PROVINCE)
                        .get(Service.SUPERVISION, "/api/releases/" + standard.key(superseded))
                        .ok()
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("SUPERSEDED");
        JsonNode late = jielian.as(CITY)
                .get(Service.SUPERVISION, "/api/adoptions/" + CITY + "/" + standard.key(superseded))
                .json();
        assertThat(late.at("/adoption/answer").asText(""))
                .as("the city never answered what was superseded before it heard of it")
                .isIn("", "VOID");
    }

    private void effective(ObjectNode body, int passLine, Integer replaces) {
        body.put("effectiveFrom", standard.nextFreeDay().toString());
        body.putNull("adoptBy");
        if (replaces != null) body.put("replaces", replaces);
        ((ObjectNode) body.path("content")).put("passLine", passLine);
    }

    private void hold(boolean held) {
        String path = "/api/adoptions/holds/" + CITY;
        Answer answer = held
                ? jielian.operator().put(Service.SUPERVISION, path, "")
                : jielian.operator().delete(Service.SUPERVISION, path);
        answer.ok();
    }

    private void awaitOthers(int number) {
        await(OTHER_CITY + " to have answered " + number)
                .atMost(PATIENCE)
                .until(() -> standard.standing(OTHER_CITY, number).equals("INHERITED"));
    }

    private void assertNotReached(int number, List<String> counties) {
        assertThat(standard.standing(CITY, number)).isEqualTo("UNDELIVERED");
        assertThat(counties).isNotEmpty().allSatisfy(county -> assertThat(standard.standing(county, number))
                .isEqualTo("UNDELIVERED"));
    }

    private int passLine(String region) {
        return standard.newest(region).at("/content/passLine").asInt();
    }
}
