package org.jielian.supervision.evidence;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.supervision.Chain;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class EvidenceTest {
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @Inject
    EvidenceDesk desk;

    @Inject
    InTheNameOf inTheNameOf;

    @ConfigProperty(name = "files.folder")
    Path folder;

    private Chain chain;

    @BeforeEach
    void chain() {
        chain = Chain.told("78");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static byte[] scan(String words) {
        return ("%PDF-1.7\n" + words).getBytes(UTF_8);
    }

    private static Response send(String token, String node, byte[] content) {
        return as(token)
                .contentType("application/octet-stream")
                .queryParam("node", node)
                .queryParam("name", "../../配电房 1.pdf")
                .body(content)
                .post("/api/evidence");
    }

    @Test
    void givesBackWhatItWasGivenAsAFileToBeStored() throws IOException {
        byte[] content = scan("照片");
        String id = send(Tokens.unit(chain.unit), chain.unit, content)
                .then()
                .statusCode(201)
                .body("name", equalTo("配电房 1.pdf"))
                .body("contentType", equalTo("application/pdf"))
                .body("node", equalTo(chain.unit))
                .body("addedAtNode", equalTo(chain.unit))
                .body("size", equalTo(content.length))
                .extract()
                .path("id");

        for (String above : List.of(chain.county, chain.city, chain.province)) {
            Response file = as(Tokens.region(above)).get("/api/evidence/" + id);
            file.then()
                    .statusCode(200)
                    .contentType("application/pdf")
                    .header("Content-Disposition", containsString("attachment"))
                    .header("Content-Disposition", containsString("%E9%85%8D%E7%94%B5%E6%88%BF%201.pdf"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Content-Security-Policy", containsString("sandbox"));
            assertThat(file.asByteArray()).isEqualTo(content);
        }
        assertThat(Files.readAllBytes(folder.resolve("evidence").resolve(id))).isEqualTo(content);
        as(Tokens.region(chain.city))
                .get("/api/evidence/" + id + "/metadata")
                .then()
                .statusCode(200)
                .body("sha256", org.hamcrest.Matchers.hasLength(64));
        send(Tokens.unit(chain.unit), chain.unit, content)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
    }

    @Test
    void isAboutANodeThatItsSenderSees() {
        String id = send(Tokens.region(chain.county), chain.unit, scan("what the county saw"))
                .then()
                .statusCode(201)
                .body("addedAtNode", equalTo(chain.county))
                .extract()
                .path("id");
        as(Tokens.unit(chain.unit)).get("/api/evidence/" + id).then().statusCode(200);
        send(Tokens.unit(chain.unit), chain.county, scan("x")).then().statusCode(403);
        as(Tokens.region(chain.county))
                .contentType("application/pdf")
                .body(scan("x"))
                .post("/api/evidence")
                .then()
                .statusCode(400);
    }

    @Test
    void refusesAStranger() {
        String id = send(Tokens.unit(chain.unit), chain.unit, scan("1")).path("id");
        for (String stranger : List.of(
                Tokens.region(chain.secondCounty), Tokens.region(chain.otherCounty), Tokens.region(chain.otherCity))) {
            as(stranger).get("/api/evidence/" + id).then().statusCode(404);
            as(stranger).get("/api/evidence/" + id + "/metadata").then().statusCode(404);
            send(stranger, chain.unit, scan("2")).then().statusCode(403);
        }
        as(Tokens.of(chain.county, "auditor"))
                .queryParam("node", chain.county)
                .body(scan("3"))
                .post("/api/evidence")
                .then()
                .statusCode(403);
        given().get("/api/evidence/" + id).then().statusCode(401);
        as(Tokens.region(chain.province)).get("/api/evidence/" + NOBODY).then().statusCode(404);
    }

    @Test
    void refusesWhatIsNotWhatItSaysAndLeavesNothing() throws IOException {
        long before = files();
        send(Tokens.unit(chain.unit), chain.unit, "<html><script>alert(1)</script>".getBytes(UTF_8))
                .then()
                .statusCode(415)
                .body("detail", containsString("PDF"));
        send(Tokens.unit(chain.unit), chain.unit, new byte[0]).then().statusCode(400);
        send(Tokens.unit(chain.unit), chain.unit, Arrays.copyOf(scan(""), (20 << 20) + 1))
                .then()
                .statusCode(413)
                .body("detail", containsString("20 MB"));
        assertThat(files()).isEqualTo(before);
    }

    /** Sent by hand: a client of the library would not say how much it got rid of before it was refused. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void cutsOffAStreamThatDoesNotEnd() throws IOException {
        long before = files();
        long sent = 0;
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/evidence?node=" + chain.unit + "&name=a.pdf HTTP/1.1\r\nHost: localhost"
                            + "\r\nAuthorization: Bearer " + Tokens.unit(chain.unit)
                            + "\r\nAccept-Language: en\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(UTF_8));
            byte[] chunk = Arrays.copyOf(scan(""), 1 << 20);
            InputStream in = socket.getInputStream();
            while (sent < 10L << 30 && in.available() == 0) {
                out.write("100000\r\n".getBytes(UTF_8));
                out.write(chunk);
                out.write("\r\n".getBytes(UTF_8));
                sent += chunk.length;
            }
            byte[] first = new byte[2048];
            assertThat(new String(first, 0, Math.max(0, in.read(first)), UTF_8)).startsWith("HTTP/1.1 413");
        }
        // the limit, and what lay in buffers on the way
        assertThat(sent).isLessThan(200L << 20);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void isReferredToOnlyByWhatIsAboutTheSameNode() throws Exception {
        UUID id = UUID.fromString(
                send(Tokens.unit(chain.unit), chain.unit, scan("referred")).path("id"));
        assertThat(required(id, chain.county)).extracting(Evidence::id).containsExactly(id);
        assertThatThrownBy(() -> required(id, chain.otherCounty)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> required(UUID.fromString(NOBODY), chain.county))
                .isInstanceOf(ProblemException.class);
    }

    private List<Evidence> required(UUID id, String node) throws Exception {
        return inTheNameOf.system(
                () -> QuarkusTransaction.requiringNew().call(() -> desk.require(List.of(id, id), node)));
    }

    private long files() throws IOException {
        Path evidence = Files.createDirectories(folder.resolve("evidence"));
        try (var files = Files.list(evidence)) {
            return files.count();
        }
    }
}
