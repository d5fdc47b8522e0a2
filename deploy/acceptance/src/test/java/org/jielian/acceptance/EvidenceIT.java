package org.jielian.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jielian.local.Service;
import org.junit.jupiter.api.Test;

/** What is sent as evidence and is something else is refused in words; what is evidence goes only to whoever sees its node. */
@OnRunningSystem
class EvidenceIT {
    private static final String COUNTY = "331102";
    private static final String OTHER_COUNTY = "330106";
    private static final long TEN_GIGABYTES = 10L << 30;

    private final Jielian jielian;

    EvidenceIT(Jielian jielian) {
        this.jielian = jielian;
    }

    private Answer send(String name, byte[] content) {
        return jielian.as(COUNTY)
                .upload(
                        Service.SUPERVISION,
                        "/api/evidence?node=" + COUNTY + "&name=" + name,
                        BodyPublishers.ofByteArray(content));
    }

    @Test
    void refusesHtmlThatIsCalledAPicture() {
        Answer answer = send("photo.jpg", "<html><script>alert(document.cookie)</script></html>".getBytes(UTF_8));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().path("detail").asText()).contains("JPEG", "not by their name");
    }

    @Test
    void refusesAWorkbookWithMacrosWhateverItIsCalled() throws IOException {
        Answer answer = send("figures.xlsx", workbookWith("xl/vbaProject.bin"));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().path("detail").asText()).contains("vbaProject.bin", "macros");
    }

    @Test
    void refusesAWorkbookThatUnpacksToTooMuch() {
        assertThat(send("figures.xlsx", HostileFiles.bombOf(600)).status()).isEqualTo(413);
    }

    @Test
    void neverUsesANameAsAPath() {
        String id = send("..%2F..%2F..%2Fetc%2Fpasswd.pdf", "%PDF-1.7 somewhere else".getBytes(UTF_8))
                .ok()
                .json()
                .path("id")
                .asText();
        assertThat(jielian.as(COUNTY)
                        .get(Service.SUPERVISION, "/api/evidence/" + id + "/metadata")
                        .ok()
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("passwd.pdf");
    }

    @Test
    void goesToNoStranger() {
        String path = "/api/evidence/"
                + send("scan.pdf", "%PDF-1.7 of the county".getBytes(UTF_8))
                        .ok()
                        .json()
                        .path("id")
                        .asText();
        assertThat(jielian.as(OTHER_COUNTY).get(Service.SUPERVISION, path).status())
                .isEqualTo(404);
        Answer file =
                jielian.as(Jielian.PROVINCE).get(Service.SUPERVISION, path).ok();
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    /** Sent by hand: a client of the library would not say how much it got rid of before it was refused. */
    @Test
    void cutsOffAStreamThatDoesNotEnd() throws IOException {
        URI server = URI.create(jielian.system().url(Service.SUPERVISION) + "/");
        long sent = 0;
        String answer = "";
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/evidence?node=" + COUNTY + "&name=a.pdf HTTP/1.1\r\nHost: " + server.getAuthority()
                            + "\r\nAuthorization: Bearer " + jielian.system().token(COUNTY, COUNTY)
                            + "\r\nAccept-Language: en\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(UTF_8));
            byte[] chunk = new byte[1 << 20];
            System.arraycopy("%PDF-".getBytes(UTF_8), 0, chunk, 0, 5);
            InputStream in = socket.getInputStream();
            while (sent < TEN_GIGABYTES && in.available() == 0) {
                out.write("100000\r\n".getBytes(UTF_8));
                out.write(chunk);
                out.write("\r\n".getBytes(UTF_8));
                sent += chunk.length;
            }
            byte[] first = new byte[2048];
            answer = new String(first, 0, Math.max(0, in.read(first)), UTF_8);
        }
        assertThat(answer).startsWith("HTTP/1.1 413").contains("20 MB");
        // the limit, and what lay in buffers on the way
        assertThat(sent).isLessThan(200L << 20);
    }

    private static byte[] workbookWith(String part) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"[Content_Types].xml", "xl/workbook.xml", part}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
