package org.jielian.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jielian.local.Service;

/** The ways a unit's month comes in. */
enum Way {
    CALL,
    CSV,
    XLSX,
    FORM,
    DESK_DRAFT;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** As long as it does not change by being a number. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,11})(\\.\\d{1,4})?");

    /**
     * A month as somebody would hand it in.
     *
     * @param figures as typed, by column of the import file
     * @param reason of a correction; {@code null} for none
     */
    record Month(String unit, String period, Map<String, String> figures, String reason) {
        /** The sample's row of this unit for the same month of another year. */
        static Month of(Sample sample, String unit, String period) {
            String start = unit + ",2025" + period.substring(4) + ",";
            String row = sample.reports().stream()
                    .filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the sample says nothing of " + start));
            String[] names = Sample.REPORTS_HEADER.split(",");
            String[] cells = row.split(",", -1);
            Map<String, String> figures = new LinkedHashMap<>();
            for (int i = 2; i < names.length; i++) figures.put(names[i], cells[i]);
            return new Month(unit, period, figures, null);
        }

        Month with(String column, String text) {
            Map<String, String> changed = new LinkedHashMap<>(figures);
            changed.put(column, text);
            return new Month(unit, period, changed, reason);
        }

        /** A figure that is another one and not unusual. */
        Month more(String column, String by) {
            return with(
                    column,
                    new BigDecimal(figures.get(column)).add(new BigDecimal(by)).toPlainString());
        }

        BigDecimal figure(String column) {
            return new BigDecimal(figures.get(column));
        }

        Month without(String column) {
            Map<String, String> fewer = new LinkedHashMap<>(figures);
            fewer.remove(column);
            return new Month(unit, period, fewer, reason);
        }

        Month because(String why) {
            return new Month(unit, period, figures, why);
        }

        /** The body of a call. */
        ObjectNode json() {
            ObjectNode body = JSON.createObjectNode();
            ObjectNode quantities = body.putObject("quantities");
            figures.forEach((column, text) -> {
                if (isQuantity(column)) quantities.put(camel(column), text);
                else body.put(column.equals("headcount") ? "headcount" : "floorArea", text);
            });
            return body;
        }
    }

    /** Why it was refused, by a person named as in {@link Jielian#as}; {@code null} when it was taken. Anything else fails the test. */
    String refusal(Jielian jielian, String person, Month month) {
        return switch (this) {
            case CALL -> call(jielian, person, month);
            case CSV -> file(jielian, person, csv(month));
            case XLSX -> file(jielian, person, xlsx(month));
            case FORM -> form(jielian, person, month);
            case DESK_DRAFT -> draft(jielian, person, month);
        };
    }

    private static String call(Jielian jielian, String person, Month month) {
        ObjectNode body = month.json();
        body.put("reason", month.reason());
        return refusal(jielian.as(person).put(Service.METRICS, path("/api/reports/", month), body.toString()));
    }

    private static String file(Jielian jielian, String person, byte[] file) {
        Answer answer =
                jielian.as(person).upload(Service.METRICS, "/api/reports/import", BodyPublishers.ofByteArray(file));
        if (refusal(answer) != null) return refusal(answer);
        JsonNode result = answer.json();
        int taken = result.path("added").asInt() + result.path("changed").asInt();
        assertThat(taken
                        + result.path("refused").asInt()
                        + result.path("unchanged").asInt())
                .as(answer.text())
                .isEqualTo(1);
        return taken == 1 ? null : answer.text();
    }

    private static String form(Jielian jielian, String person, Month month) {
        Map<String, String> fields = new LinkedHashMap<>();
        month.json()
                .path("quantities")
                .fields()
                .forEachRemaining(
                        q -> fields.put("quantities." + q.getKey(), q.getValue().asText()));
        fields.put("headcount", month.figures().get("headcount"));
        fields.put("floorArea", month.figures().get("floor_area_m2"));
        fields.put("reason", month.reason());
        fields.put("version", version(jielian, "/api/reports/", month));
        String body = fields.entrySet().stream()
                .filter(f -> f.getValue() != null)
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return refusal(jielian.visitor(person).post("/unit/" + month.unit() + "/reports/" + month.period(), body));
    }

    /** A draft keeps what was typed, right or wrong; it is handing it in that is refused. */
    private static String draft(Jielian jielian, String person, Month month) {
        String draft = path("/api/drafts/", month);
        String before = version(jielian, "/api/drafts/", month);
        ObjectNode typed = month.json();
        String report = version(jielian, "/api/reports/", month);
        if (!report.isEmpty()) typed.put("reportVersion", Long.valueOf(report));
        Answer saved = jielian.as(person)
                .put(
                        Service.METRICS,
                        draft,
                        typed.toString(),
                        "If-Match",
                        before.isEmpty() ? "\"0\"" : '"' + before + '"');
        if (refusal(saved) != null) return refusal(saved);
        String version = '"' + saved.json().path("version").asText() + '"';
        ObjectNode why = JSON.createObjectNode().put("reason", month.reason());
        String refusal = refusal(
                jielian.as(person).post(Service.METRICS, draft + "/submission", why.toString(), "If-Match", version));
        if (refusal != null)
            jielian.as(person)
                    .delete(Service.METRICS, draft, "If-Match", version)
                    .ok();
        return refusal;
    }

    /** The version that is there, as a person sees it who opens the page before writing; empty for none. */
    private static String version(Jielian jielian, String resource, Month month) {
        Answer present = jielian.operator().get(Service.METRICS, path(resource, month));
        return present.status() == 404
                ? ""
                : present.ok().json().path("version").asText();
    }

    private static String path(String resource, Month month) {
        return resource + month.unit() + "/" + month.period();
    }

    private static String refusal(Answer answer) {
        if (answer.status() < 300) return null;
        assertThat(answer.status()).as(answer.request() + " " + answer.text()).isBetween(400, 499);
        return answer.text();
    }

    private static byte[] csv(Month month) {
        String row = List.copyOf(cells(month).values()).stream()
                .map(text -> '"' + text + '"')
                .collect(Collectors.joining(","));
        return (String.join(",", cells(month).keySet()) + "\n" + row + "\n").getBytes(UTF_8);
    }

    private static byte[] xlsx(Month month) {
        Map<String, String> cells = cells(month);
        return xlsx(List.copyOf(cells.keySet()), List.of(List.copyOf(cells.values())));
    }

    /** A workbook with these rows; what is a number is a number there too. */
    static byte[] xlsx(List<String> header, List<List<String>> rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("reports");
            for (int c = 0; c < header.size(); c++) {
                sheet.value(0, c, header.get(c));
                for (int r = 0; r < rows.size(); r++) {
                    String cell = rows.get(r).get(c);
                    if (c >= 2 && NUMBER.matcher(cell).matches()) sheet.value(r + 1, c, new BigDecimal(cell));
                    else sheet.value(r + 1, c, cell);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static Map<String, String> cells(Month month) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("unit_code", month.unit());
        cells.put("period", month.period());
        cells.putAll(month.figures());
        if (month.reason() != null) cells.put("explanation", month.reason());
        return cells;
    }

    /** The column of the import file that a field of a refusal is about. */
    static String column(String field) {
        return Arrays.stream(Sample.REPORTS_HEADER.split(","))
                .filter(column -> field.equals("quantities." + camel(column)) || field.equals(camel(column)))
                .findFirst()
                .orElse(field.equals("floorArea") ? "floor_area_m2" : field);
    }

    private static boolean isQuantity(String column) {
        return !column.equals("headcount") && !column.equals("floor_area_m2");
    }

    /** electricity_kwh is electricityKwh in JSON. */
    private static String camel(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_"))
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        return name.toString();
    }
}
