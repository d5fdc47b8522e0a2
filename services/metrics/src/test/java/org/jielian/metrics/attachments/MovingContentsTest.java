package org.jielian.metrics.attachments;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Attachments taken before files were kept outside the database. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class MovingContentsTest {
    private static final byte[] BILL = "%PDF-1.7\nof old".getBytes(UTF_8);

    @Inject
    MovingContents moving;

    @Inject
    EntityManager em;

    @Inject
    InTheNameOf inTheNameOf;

    @ConfigProperty(name = "files.folder")
    Path folder;

    @Test
    void leavesEveryContentReadableBeforeAndAfter() throws Exception {
        Chain331102.tell();
        UUID id = UUID.randomUUID();
        inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(() -> em.createNativeQuery("""
                                insert into attachment (id, unit_code, period, name, content_type, size, sha256, added_at, added_by, content)
                                values (?1, ?2, '2022-11', 'a.pdf', 'application/pdf', ?3, repeat('0', 64), now(), 'x', ?4)""")
                .setParameter(1, id)
                .setParameter(2, Chain331102.SCHOOL)
                .setParameter(3, BILL.length)
                .setParameter(4, BILL)
                .executeUpdate()));
        assertThat(download(id)).isEqualTo(BILL);

        moving.moveAll();

        assertThat(download(id)).isEqualTo(BILL);
        assertThat(Files.readAllBytes(folder.resolve("attachments/" + id))).isEqualTo(BILL);
        assertThat(inRow(id)).isZero();
        assertThat(moving.moveAll()).isZero();
    }

    private long inRow(UUID id) throws Exception {
        return inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(() -> ((Number)
                        em.createNativeQuery("select count(*) from attachment where id = ?1 and content is not null")
                                .setParameter(1, id)
                                .getSingleResult())
                .longValue()));
    }

    private static byte[] download(UUID id) {
        return given().auth()
                .oauth2(Tokens.unit(Chain331102.SCHOOL))
                .get("/api/attachments/" + Chain331102.SCHOOL + "/2022-11/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
