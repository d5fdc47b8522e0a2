package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jielian.local.People.Person;
import org.junit.jupiter.api.Test;

class RealmTest {
    private final People people = new People(new SampleFiles(Path.of("sample")));
    private final JsonNode realm = Realm.of(people, new Ports(9080)).content();
    private final Map<String, JsonNode> users = StreamSupport.stream(
                    realm.path("users").spliterator(), false)
            .collect(Collectors.toMap(user -> user.path("username").asText(), Function.identity()));

    @Test
    void hasAPersonForEveryRegionOfTheProvinceAndNoOther() {
        List<String> regions =
                users.keySet().stream().filter(name -> name.length() == 6).toList();

        assertThat(regions).hasSize(1 + 11 + 90).allMatch(code -> code.startsWith("33"));
    }

    @Test
    void letsARegionsPersonActAtTheRegion() {
        JsonNode county = users.get("331102");

        assertThat(county.path("firstName").asText()).isEqualTo("莲都区");
        assertThat(county.path("attributes").path("node").path(0).asText()).isEqualTo("331102");
        assertThat(texts(county.path("realmRoles"))).containsExactly("administrator", "reviewer", "supervisor");
        assertThat(county.path("credentials").path(0).path("value").asText()).isEqualTo("331102");
    }

    @Test
    void hasASecondPersonOfEveryRegionToConfirmWhatTheFirstOneDid() {
        JsonNode second = users.get("330000-b");

        assertThat(second.path("attributes").path("node").path(0).asText()).isEqualTo("330000");
        assertThat(second.path("credentials").path(0).path("value").asText()).isEqualTo("330000-b");
        assertThat(users.keySet()).filteredOn(name -> name.endsWith("-b")).hasSize(1 + 11 + 90);
    }

    @Test
    void hasAReporterInEveryCounty() {
        List<Person> reporters = people.all().stream()
                .filter(person -> person.roles().equals(List.of("reporter")))
                .toList();

        assertThat(reporters).hasSizeGreaterThanOrEqualTo(90).allMatch(person -> person.code()
                .equals(person.node()));
        assertThat(users.get(people.examples().get(3).code())
                        .path("attributes")
                        .path("node")
                        .path(0)
                        .asText())
                .hasSize(18);
    }

    @Test
    void hasAnOperatorWhoBelongsNowhere() {
        JsonNode operator = users.get("operator");

        assertThat(operator.has("attributes")).isFalse();
        assertThat(texts(operator.path("realmRoles"))).containsExactly("operator");
    }

    @Test
    void letsThePortalOnItsPortInAndNobodyElse() {
        JsonNode portal = StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals("portal"))
                .findFirst()
                .orElseThrow();

        assertThat(texts(portal.path("redirectUris"))).containsExactly("http://localhost:9080/*");
        assertThat(portal.path("publicClient").asBoolean()).isFalse();
        assertThat(portal.path("secret").asText()).isEqualTo(Realm.PORTAL_SECRET);
        assertThat(realm.toString()).doesNotContain("@PORTAL");
    }

    @Test
    void namesOnlyRolesItDefines() {
        List<String> defined = StreamSupport.stream(
                        realm.path("roles").path("realm").spliterator(), false)
                .map(role -> role.path("name").asText())
                .toList();

        assertThat(people.all()).allSatisfy(person -> assertThat(defined).containsAll(person.roles()));
    }

    @Test
    void introducesOnePersonOfEachTierAlongOneChain() {
        assertThat(people.examples())
                .extracting(Person::code)
                .startsWith("330000", "331100", "331102")
                .endsWith("operator")
                .hasSize(5);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
