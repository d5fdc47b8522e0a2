package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jielian.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages with something wrong in them are refused with the place and the reason, and nothing changes. */
@OnRunningSystem
class BadPackagesIT {
    private static final String PROVINCE = Jielian.PROVINCE;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Jielian jielian;
    private String draft;

    BadPackagesIT(Jielian jielian) {
        this.jielian = jielian;
    }

    @BeforeEach
    void aDraftBegins() {
        draft = jielian.as(PROVINCE)
                .post(Service.SUPERVISION, "/api/standards/" + PROVINCE + "/drafts", "{\"standardCode\": \"JNJG\"}")
                .ok()
                .json()
                .path("id")
                .asText();
    }

    @AfterEach
    void andIsDiscarded() {
        jielian.as(PROVINCE)
                .delete(
                        Service.SUPERVISION,
                        "/api/standards/drafts/" + draft,
                        "If-Match",
                        present().header("ETag"))
                .ok();
    }

    private static Arguments bad(String what, String place, String reason, Consumer<ObjectNode> spoiling) {
        return Arguments.of(what, place, reason, spoiling);
    }

    static Stream<Arguments> spoilings() {
        return Stream.of(
                bad("points that do not add up", "items", "add up to 100", body -> item(body, 0)
                        .put("points", 50)),
                bad("an item of an unknown category", "category", "no category Q", body -> item(body, 0)
                        .put("category", "Q")),
                bad("an item twice", "items/A2", "more than once", body -> item(body, 0)
                        .put("code", "A2")),
                bad("an unknown way to score", "function", "", body -> item(body, 1)
                        .put("function", "GUESS")),
                bad("limits in the wrong order", "GUIDANCE", "looser", body -> ((ObjectNode)
                                body.at("/content/quotas/0/values"))
                        .put("GUIDANCE", 99_999)),
                bad("a number that is none", "passLine", "", body -> content(body)
                        .put("passLine", "achtzig")),
                bad("a decline that begins where it ends", "baseYear", "base year", body -> target(body)
                        .put("baseYear", target(body).path("year").asInt())),
                bad("something that is missing", "coefficientSet", "missing", body -> content(body)
                        .putNull("coefficientSet")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilings")
    void areRefusedAsJson(String what, String place, String reason, Consumer<ObjectNode> spoiling) {
        String before = present().text();
        ObjectNode body = body();
        spoiling.accept(body);

        Answer refused = put(body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        JsonNode errors = refused.json().path("errors");
        assertThat(errors.findValuesAsText("field")).as(refused.text()).anyMatch(field -> field.contains(place));
        assertThat(errors.findValuesAsText("message").toString()).contains(reason);
        assertThat(present().text()).isEqualTo(before);
    }

    @Test
    void areRefusedAsWorkbooksWithSheetRowAndColumn() throws IOException {
        String content = "/api/standards/drafts/" + draft + "/content";
        byte[] good = jielian.as(PROVINCE)
                .get(Service.SUPERVISION, content + "?format=xlsx")
                .ok()
                .body();
        String before = present().text();

        Answer refused = jielian.as(PROVINCE)
                .putFile(
                        Service.SUPERVISION,
                        content,
                        BodyPublishers.ofByteArray(withFirstNumbersAsWords(good)),
                        "If-Match",
                        present().header("ETag"));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        JsonNode errors = refused.json().path("errors");
        assertThat(errors).hasSizeGreaterThanOrEqualTo(3);
        errors.forEach(error -> assertThat(error.path("message").asText()).contains("约一百"));
        assertThat(present().text()).isEqualTo(before);
    }

    @Test
    void areNotReleasedOverADayThatIsTaken() {
        String releases = releases();
        ObjectNode body = body();
        body.put("effectiveFrom", TODAY.minusYears(3).toString()).put("transition", "RECOMPUTE_YEAR");
        put(body).ok();

        Answer beyond = release();

        assertThat(beyond.status()).as(beyond.text()).isBetween(400, 409);
        assertThat(beyond.text()).contains("dated back");
        assertThat(releases()).isEqualTo(releases);
    }

    @Test
    void doNotReplaceWhatIsNotThereOrThemselves() {
        String releases = releases();
        ObjectNode body = body();
        body.put("effectiveFrom", TODAY.plusDays(40).toString()).put("replaces", 99);
        put(body).ok();

        Answer refused = release();

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("field")).contains("replaces");
        assertThat(releases()).isEqualTo(releases);
    }

    /** The same workbook with the first number of each sheet written as words. */
    private static byte[] withFirstNumbersAsWords(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReadableWorkbook good = new ReadableWorkbook(new ByteArrayInputStream(file));
                Workbook bad = new Workbook(out, "test", "1.0")) {
            for (Sheet sheet : (Iterable<Sheet>) good.getSheets()::iterator) {
                Worksheet copy = bad.newWorksheet(sheet.getName());
                boolean spoiled = false;
                for (var row : sheet.read()) {
                    for (Cell cell : row) {
                        if (cell == null || cell.getType() == CellType.EMPTY) continue;
                        int r = row.getRowNum() - 1;
                        int c = cell.getColumnIndex();
                        if (cell.getType() != CellType.NUMBER) copy.value(r, c, cell.getText());
                        else if (spoiled) copy.value(r, c, cell.asNumber());
                        else copy.value(r, c, "约一百");
                        spoiled |= cell.getType() == CellType.NUMBER;
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private Answer present() {
        return jielian.as(PROVINCE)
                .get(Service.SUPERVISION, "/api/standards/drafts/" + draft)
                .ok();
    }

    private ObjectNode body() {
        return (ObjectNode) present().json().path("body");
    }

    private Answer put(ObjectNode body) {
        return jielian.as(PROVINCE)
                .put(
                        Service.SUPERVISION,
                        "/api/standards/drafts/" + draft,
                        body.toString(),
                        "If-Match",
                        present().header("ETag"));
    }

    private Answer release() {
        return jielian.as(PROVINCE)
                .post(
                        Service.SUPERVISION,
                        "/api/standards/drafts/" + draft + "/release",
                        "",
                        "If-Match",
                        present().header("ETag"));
    }

    private String releases() {
        return jielian.as(PROVINCE)
                .get(Service.SUPERVISION, "/api/releases?region=" + PROVINCE)
                .ok()
                .text();
    }

    private static ObjectNode content(ObjectNode body) {
        return (ObjectNode) body.path("content");
    }

    private static ObjectNode item(ObjectNode body, int place) {
        return (ObjectNode) body.at("/content/items/" + place);
    }

    private static ObjectNode target(ObjectNode body) {
        List<JsonNode> declines = Stream.iterate(0, i -> i + 1)
                .limit(body.at("/content/targets").size())
                .map(i -> body.at("/content/targets/" + i))
                .filter(t -> t.path("kind").asText().equals("DECLINE"))
                .toList();
        return (ObjectNode) declines.get(0);
    }
}
