package org.jielian.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.Text;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class NoticesTest {
    @Inject
    Notices notices;

    @Inject
    InTheNameOf inTheNameOf;

    @BeforeEach
    void chain() {
        Chain331102.tell();
    }

    private static Notice notice(String recipient, String subject) {
        return new Notice(
                recipient,
                "REPORT_RETURNED",
                subject,
                Text.of("报表被退回", "A report was sent back"),
                Text.of("请更正", "Correct it"),
                "/unit/" + recipient);
    }

    private boolean tell(String teller, Notice notice) throws Exception {
        return as(teller, () -> notices.tell(notice));
    }

    private <T> T as(String node, Callable<T> work) throws Exception {
        return inTheNameOf.call(new Person.Identity(node, node, Set.of()), () -> QuarkusTransaction.requiringNew()
                .call(work));
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get("/api/notices" + path).then();
    }

    private static ValidatableResponse post(String token, String path) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .post("/api/notices" + path)
                .then();
    }

    private static String subject() {
        return "report/" + UUID.randomUUID();
    }

    @Test
    void reachesTheRecipientInItsLanguage() throws Exception {
        String subject = subject();
        assertThat(tell(Chain331102.COUNTY, notice(Chain331102.SCHOOL, subject)))
                .isTrue();
        String mine = "items.find { it.subject == '" + subject + "' }.";
        get(Tokens.unit(Chain331102.SCHOOL), "")
                .statusCode(200)
                .body(mine + "title", equalTo("报表被退回"))
                .body(mine + "by", equalTo(Chain331102.COUNTY))
                .body(mine + "href", equalTo("/unit/" + Chain331102.SCHOOL));
        given().auth()
                .oauth2(Tokens.unit(Chain331102.SCHOOL))
                .header("Accept-Language", "en")
                .get("/api/notices")
                .then()
                .body(mine + "title", equalTo("A report was sent back"));
    }

    @Test
    void isTheRecipientsAloneAndNotOfThoseAboveOrBeside() throws Exception {
        String subject = subject();
        tell(Chain331102.COUNTY, notice(Chain331102.SCHOOL, subject));
        for (String token : List.of(
                Tokens.region(Chain331102.COUNTY),
                Tokens.region(Chain331102.CITY),
                Tokens.region(Chain331102.PROVINCE),
                Tokens.region(Chain331102.OTHER_CITY),
                Tokens.unit(Chain331102.HOSPITAL),
                Tokens.operator())) {
            get(token, "?limit=1000").statusCode(200).body("items.subject", not(hasItem(subject)));
        }
        long id = get(Tokens.unit(Chain331102.SCHOOL), "?limit=1000")
                .extract()
                .jsonPath()
                .getLong("items.find { it.subject == '" + subject + "' }.id");
        post(Tokens.region(Chain331102.COUNTY), "/" + id + "/reading").statusCode(404);
        post(Tokens.region(Chain331102.OTHER_COUNTY), "/" + id + "/reading").statusCode(404);
        get(Tokens.unit(Chain331102.SCHOOL), "?unread=true&limit=1000").body("items.subject", hasItem(subject));
    }

    @Test
    void isToldUpwardsToo() throws Exception {
        String subject = subject();
        assertThat(tell(Chain331102.SCHOOL, notice(Chain331102.CITY, subject))).isTrue();
        get(Tokens.region(Chain331102.CITY), "?limit=1000").body("items.subject", hasItem(subject));
    }

    @Test
    void neverLeavesTheTellersLine() {
        assertThatThrownBy(() -> tell(Chain331102.COUNTY, notice(Chain331102.ELSEWHERE, subject())))
                .hasMessageContaining("row-level security");
    }

    @Test
    void isToldOnceADay() throws Exception {
        String subject = subject();
        assertThat(tell(Chain331102.COUNTY, notice(Chain331102.SCHOOL, subject)))
                .isTrue();
        assertThat(tell(Chain331102.CITY, notice(Chain331102.SCHOOL, subject))).isFalse();
        assertThat(tell(Chain331102.COUNTY, notice(Chain331102.SCHOOL, subject())))
                .isTrue();
    }

    @Test
    void isToldOnceByManyAtTheSameMoment() throws Exception {
        String subject = subject();
        var barrier = new CyclicBarrier(8);
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                attempts.add(pool.submit(() -> {
                    barrier.await();
                    return tell(Chain331102.COUNTY, notice(Chain331102.SCHOOL, subject));
                }));
            }
            int told = 0;
            for (Future<Boolean> attempt : attempts) told += attempt.get() ? 1 : 0;
            assertThat(told).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void goesWithTheChangeThatCausedIt() {
        String subject = subject();
        assertThatThrownBy(() -> as(Chain331102.COUNTY, () -> {
                    notices.tell(notice(Chain331102.SCHOOL, subject));
                    throw new IllegalStateException("the change failed");
                }))
                .isInstanceOf(Exception.class);
        get(Tokens.unit(Chain331102.SCHOOL), "?limit=1000").body("items.subject", not(hasItem(subject)));
    }

    @Test
    void saysWhichOfManyWereTold() throws Exception {
        String subject = subject();
        tell(Chain331102.CITY, notice(Chain331102.SCHOOL, subject));
        Set<String> told = as(
                Chain331102.CITY,
                () -> notices.tellBelow(
                        List.of(notice(Chain331102.SCHOOL, subject), notice(Chain331102.HOSPITAL, subject))));
        assertThat(told).containsExactly(Chain331102.HOSPITAL);
    }

    @Test
    void showsUnreadOnesFirstAndPagesThroughAll() throws Exception {
        String token = Tokens.region(Chain331102.OTHER_CITY);
        post(token, "/readings").statusCode(200);
        List<String> subjects = List.of(subject(), subject(), subject());
        for (String subject : subjects) tell(Chain331102.PROVINCE, notice(Chain331102.OTHER_CITY, subject));
        long newest = get(token, "").extract().jsonPath().getLong("items[0].id");
        post(token, "/" + newest + "/reading").statusCode(204);
        get(token, "/count").body("unread", equalTo(2));
        var first = get(token, "?limit=2").body("items.subject", contains(subjects.get(1), subjects.get(0)));
        get(token, "?limit=1&cursor=" + first.extract().jsonPath().getString("next"))
                .body("items.subject", contains(subjects.get(2)));
        post(token, "/readings").body("read", equalTo(2));
        get(token, "/count").body("unread", equalTo(0));
        get(token, "?unread=true").body("items", empty());
    }

    @Test
    void refusesACursorThatIsNotOurs() {
        get(Tokens.region(Chain331102.CITY), "?cursor=bm9uc2Vuc2U").statusCode(400);
    }
}
