import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Computes a sheet of the annual assessment or a selection of leaders again, from nothing but the file the system exports, and prints
 * what comes of it. It is written from the published rules and uses no class of the system: java -cp jackson... Recompute.java export.json
 */
class Recompute {
    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    static final BigDecimal HUNDRED = new BigDecimal(100);
    static final MathContext EXACT = new MathContext(60);

    public static void main(String[] args) throws Exception {
        JsonNode export = JSON.readTree(new File(args[0]));
        System.out.println(export.has("lines") ? selection(export) : sheet(export));
    }

    // --- figures

    /** Kilograms of coal equivalent or CO2 of a year's sums; null when no energy was reported. */
    static BigDecimal total(JsonNode quantities, JsonNode set, int year, String per) {
        BigDecimal total = null;
        for (var q : quantities.properties()) {
            JsonNode best = null;
            for (JsonNode c : set.path("coefficients")) {
                boolean holds = c.path("quantity").asText().equals(q.getKey()) && c.path("yearFrom").asInt() <= year;
                if (holds && (best == null || c.path("yearFrom").asInt() > best.path("yearFrom").asInt())) best = c;
            }
            if (best == null || best.path("kgcePerUnit").decimalValue().signum() == 0) continue;
            BigDecimal part = best.path(per).decimalValue().multiply(q.getValue().decimalValue());
            total = total == null ? part : total.add(part);
        }
        return total;
    }

    static BigDecimal figure(String indicator, JsonNode sums, JsonNode set, int year, boolean whole) {
        if (sums == null || sums.isNull() || sums.isMissingNode() || sums.path("reports").asInt() == 0) return null;
        JsonNode quantities = sums.path("quantities");
        boolean perHead = indicator.equals("E_CAP") || indicator.equals("W_CAP");
        BigDecimal amount =
                switch (indicator) {
                    case "E_CAP", "E_AREA" -> total(quantities, set, year, "kgcePerUnit");
                    case "CO2_AREA" -> total(quantities, set, year, "co2KgPerUnit");
                    case "W_CAP" -> quantities.has("waterM3") ? quantities.path("waterM3").decimalValue() : null;
                    default -> throw new IllegalArgumentException("no rule for " + indicator);
                };
        BigDecimal by = sums.path(perHead ? "headcount" : "floorArea").decimalValue();
        if (amount == null || by.signum() == 0) return null;
        BigDecimal months = whole ? new BigDecimal(12) : sums.path("months").decimalValue();
        return amount.multiply(months).divide(by, EXACT);
    }

    static BigDecimal round(BigDecimal exact) {
        return exact == null ? null : exact.setScale(4, RoundingMode.HALF_UP);
    }

    // --- the sheet

    static ObjectNode result;
    static JsonNode rules;
    static JsonNode in;

    static ObjectNode sheet(JsonNode export) {
        rules = export.path("rules");
        in = export.path("inputs");
        result = JSON.createObjectNode();
        result.putObject("lines");
        result.putObject("deductions");
        result.putArray("vetoes");
        boolean unit = in.path("unit").asBoolean();
        int year = in.path("year").asInt();

        in.path("targets").forEach(t -> target(t, unit, year));
        counted("BANDS", count("bands", b -> b.path("bands").properties().stream().noneMatch(e -> e.getValue().asText().startsWith("ABOVE_"))), in.path("bands").size());
        long expected = 0, reported = 0, watched = 0;
        for (JsonNode c : in.path("coverage")) {
            expected += c.path("expected").asLong();
            reported += Math.min(c.path("reported").asLong(), c.path("expected").asLong());
            watched += c.path("watched").asLong();
        }
        counted("COVERAGE", reported, expected);
        counted("ON_TIME", Math.max(0, watched - in.path("late").size()), watched);
        String today = in.path("today").asText();
        if (!unit) {
            Predicate<JsonNode> due = a -> !a.path("due").isNull() && !a.path("answer").asText().equals("VOID")
                    && (!a.path("answeredBy").isNull() || a.path("due").asText().compareTo(today) < 0);
            counted("CONFIRMED", count("adoptions", due.and(a -> !a.path("answeredBy").isNull() && a.path("answeredOn").asText().compareTo(a.path("due").asText()) <= 0)), count("adoptions", due));
        }
        Predicate<JsonNode> judged = t -> !t.path("status").asText().equals("WITHDRAWN")
                && (!t.path("settledOn").isNull() || t.path("due").asText().compareTo(today) < 0);
        counted("TASKS", count("tasks", judged.and(t -> !t.path("settledOn").isNull() && t.path("settledOn").asText().compareTo(t.path("due").asText()) <= 0)), count("tasks", judged));
        Predicate<JsonNode> owed = r -> r.path("settledOn").isNull();
        Predicate<JsonNode> past = r -> r.path("deadline").asText().compareTo(today) < 0;
        counted("RECTIFIED", count("rectified", owed.negate().and(r -> r.path("settledOn").asText().compareTo(r.path("deadline").asText()) <= 0)), count("rectified", owed.negate().or(past)));
        recognised(unit);

        boolean looked = year >= Integer.parseInt(in.path("watchedFrom").asText().substring(0, 4));
        deduct("LATE", looked ? in.path("late").size() : -1);
        deduct("RETURNED_TWICE", count("tasks", t -> t.path("returned").asLong() > 1));
        deduct("UNRESOLVED", count("rectified", owed.and(past)));
        deduct("CRITICISED", count("criticised", c -> c.path("rung").asText().equals("CRITICISED")));
        deduct("SUMMONED", count("criticised", c -> c.path("rung").asText().equals("SUMMONED")));
        deduct("FALSIFIED", in.path("falsified").size());
        in.path("falsified").forEach(f -> veto("FALSIFICATION"));
        return graded();
    }

    static void target(JsonNode t, boolean unit, int year) {
        BigDecimal weight = divide(weight("TARGETS"), new BigDecimal(in.path("targets").size()));
        BigDecimal decline = null, rate = null, points = null;
        if (t.path("kind").asText().equals("DECLINE") && !t.path("baseYear").isNull()) {
            int baseYear = t.path("baseYear").asInt();
            boolean whole = whole(year, unit), baseWhole = whole(baseYear, unit);
            BigDecimal now = figure(t.path("indicator").asText(), in.path("sums").path("" + year), in.path("coefficients"), year, whole);
            BigDecimal base = figure(t.path("indicator").asText(), in.path("sums").path("" + baseYear), in.path("coefficients"), baseYear, baseWhole);
            if (now != null && base != null && base.signum() != 0 && whole && baseWhole) {
                BigDecimal asked = t.path("target").decimalValue();
                BigDecimal exact = base.subtract(now).multiply(HUNDRED).divide(base, EXACT);
                decline = round(exact);
                rate = asked.signum() == 0 ? null : round(exact.multiply(HUNDRED).divide(asked, EXACT));
                if (year >= t.path("year").asInt()) {
                    boolean met = exact.compareTo(asked) >= 0;
                    BigDecimal reached = met ? HUNDRED : rate == null ? BigDecimal.ZERO : rate;
                    points = divide(weight.multiply(reached.max(BigDecimal.ZERO).min(HUNDRED)), HUNDRED);
                    if (!met) veto("TARGET_MISSED");
                }
            }
        }
        put("TARGETS." + t.path("code").asText(), weight, decline, t.path("target").decimalValue(), rate, points);
    }

    static boolean whole(int year, boolean unit) {
        JsonNode sums = in.path("sums").path("" + year);
        long expected = unit && in.path("coverage").size() > 0 ? in.path("coverage").get(0).path("expected").asLong() : Long.MAX_VALUE;
        return sums.path("reports").asLong() > 0 && (sums.path("months").asInt() == 12 || sums.path("reports").asLong() >= expected);
    }

    static void recognised(boolean unit) {
        long eligible = in.path("agencies").size();
        long titled = count("agencies", a -> a.path("titled").asBoolean());
        JsonNode allotment = in.path("allotment");
        BigDecimal goal = unit ? HUNDRED : allotment.isNull() ? null : allotment.path("share").decimalValue();
        BigDecimal weight = weight("RECOGNISED");
        BigDecimal points = null;
        if (eligible > 0 && goal != null) {
            BigDecimal have = new BigDecimal(titled * 100), wanted = goal.multiply(new BigDecimal(eligible));
            points = wanted.signum() == 0 ? weight : divide(weight.multiply(have.min(wanted)), wanted);
            if (!unit && allotment.path("binding").asBoolean() && have.compareTo(wanted) < 0) veto("BINDING_TASK_MISSED");
        }
        put("RECOGNISED", weight, new BigDecimal(titled), new BigDecimal(eligible), share(titled, eligible), points);
    }

    static void counted(String code, long part, long whole) {
        BigDecimal weight = weight(code);
        BigDecimal points = whole == 0 ? null : divide(weight.multiply(new BigDecimal(part)), new BigDecimal(whole));
        put(code, weight, new BigDecimal(part), new BigDecimal(whole), share(part, whole), points);
    }

    static void deduct(String item, long count) {
        BigDecimal points = null;
        if (count >= 0) {
            points = rules.path("each").path(item).decimalValue().multiply(new BigDecimal(count));
            if (rules.path("atMost").has(item)) points = points.min(rules.path("atMost").path(item).decimalValue());
        }
        ((ObjectNode) result.path("deductions")).put(item, points);
    }

    static ObjectNode graded() {
        BigDecimal got = BigDecimal.ZERO, applicable = BigDecimal.ZERO, deducted = BigDecimal.ZERO;
        for (JsonNode line : result.path("lines")) {
            if (line.path("points").isNull()) continue;
            got = got.add(line.path("points").decimalValue());
            applicable = applicable.add(line.path("weight").decimalValue());
        }
        for (JsonNode d : result.path("deductions")) if (!d.isNull()) deducted = deducted.add(d.decimalValue());
        BigDecimal base = applicable.signum() == 0 ? null : divide(got.multiply(HUNDRED), applicable);
        BigDecimal score = base == null ? null : base.subtract(deducted).max(BigDecimal.ZERO);
        String grade = null;
        if (score != null) {
            grade = "UNFINISHED";
            if (score.compareTo(rules.path("mostly").decimalValue()) >= 0) grade = "MOSTLY";
            if (score.compareTo(rules.path("fulfilled").decimalValue()) >= 0) grade = "FULFILLED";
            if (score.compareTo(rules.path("exceeded").decimalValue()) >= 0) grade = "EXCEEDED";
        }
        if (result.path("vetoes").size() > 0) grade = "UNFINISHED";
        return result.put("got", got).put("applicable", applicable).put("base", base).put("deducted", deducted).put("score", score).put("grade", grade);
    }

    static void veto(String veto) {
        for (JsonNode v : rules.path("vetoes")) if (v.asText().equals(veto)) ((ArrayNode) result.path("vetoes")).add(veto);
    }

    static void put(String code, BigDecimal weight, BigDecimal numerator, BigDecimal denominator, BigDecimal percent, BigDecimal points) {
        ((ObjectNode) result.path("lines")).putObject(code).put("weight", weight).put("numerator", numerator).put("denominator", denominator).put("percent", percent).put("points", points);
    }

    static BigDecimal weight(String item) {
        return rules.path("weights").path(item).decimalValue();
    }

    static long count(String list, Predicate<JsonNode> which) {
        return StreamSupport.stream(in.path(list).spliterator(), false).filter(which).count();
    }

    static BigDecimal share(long part, long whole) {
        return whole == 0 ? null : divide(new BigDecimal(part * 100), new BigDecimal(whole));
    }

    static BigDecimal divide(BigDecimal a, BigDecimal b) {
        return a.divide(b, 4, RoundingMode.HALF_UP);
    }

    // --- the selection of leaders

    record Valued(String unit, BigDecimal value) {}

    static ObjectNode selection(JsonNode export) {
        JsonNode rule = export.path("rule");
        int year = export.path("year").asInt();
        String indicator = rule.path("indicator").asText();
        ObjectNode all = JSON.createObjectNode();
        Map<String, List<Valued>> ranked = new TreeMap<>();
        for (JsonNode line : export.path("lines")) {
            JsonNode c = line.path("candidate");
            String unit = c.path("unit").asText();
            JsonNode sums = c.path("sums");
            long expected = c.path("expected").asLong();
            boolean complete = sums.path("reports").asLong() > 0 && sums.path("reports").asLong() >= expected;
            boolean whole = sums.path("reports").asLong() > 0 && (sums.path("months").asInt() == 12 || complete);
            BigDecimal exact = figure(indicator, sums, export.path("coefficients"), year, whole);
            List<String> reasons = new ArrayList<>();
            JsonNode places = null;
            for (JsonNode p : rule.path("places")) if (p.path("type").equals(c.path("type"))) places = p;
            reason(rule, reasons, "YEAR_INCOMPLETE", !complete, sums.path("reports").asLong() + "/" + expected);
            reason(rule, reasons, "NO_TITLE", c.path("type").asText().equals("AGENCY") && c.path("title").isNull(), "");
            for (String[] listed : new String[][] {{"CRITICISED", "criticised"}, {"VETO", "failing"}}) {
                reason(rule, reasons, listed[0], c.path(listed[1]).size() > 0, joined(c.path(listed[1])));
            }
            String above = above(c, exact, indicator);
            reason(rule, reasons, "ABOVE_CONSTRAINT", !above.isEmpty(), above);
            for (String[] listed : new String[][] {{"OVERDUE", "overdue"}, {"FALSIFIED", "falsified"}}) {
                reason(rule, reasons, listed[0], c.path(listed[1]).size() > 0, joined(c.path(listed[1])));
            }
            if (exact == null) reasons.add("NO_VALUE ");
            if (places == null) reasons.add("TYPE_NOT_SELECTED " + c.path("type").asText());
            ObjectNode of = all.putObject(unit).put("value", round(exact)).put("outcome", "EXCLUDED");
            of.putNull("rank");
            reasons.forEach(of.putArray("reasons")::add);
            if (reasons.isEmpty()) ranked.computeIfAbsent(c.path("type").asText(), t -> new ArrayList<>()).add(new Valued(unit, round(exact)));
        }
        ranked.forEach((type, units) -> rank(units, places(rule, type, units.size()), all));
        return all;
    }

    static void rank(List<Valued> units, int places, ObjectNode all) {
        units.sort(Comparator.comparing(Valued::value));
        for (Valued v : units) {
            int rank = 1 + (int) units.stream().filter(o -> o.value().compareTo(v.value()) < 0).count();
            ((ObjectNode) all.path(v.unit())).put("rank", rank).put("outcome", rank <= places ? "CHOSEN" : "RANKED");
        }
    }

    static int places(JsonNode rule, String type, int ranked) {
        for (JsonNode p : rule.path("places")) {
            if (!p.path("type").asText().equals(type)) continue;
            if (!p.path("number").isNull()) return p.path("number").asInt();
            return p.path("percent").decimalValue().multiply(new BigDecimal(ranked)).divide(HUNDRED, 0, RoundingMode.CEILING).intValue();
        }
        throw new IllegalArgumentException("no places for " + type);
    }

    /** Codes of the figures above the constraint value: the one ranked by is compared here, unrounded; of the others the band is given. */
    static String above(JsonNode c, BigDecimal exact, String indicator) {
        List<String> above = new ArrayList<>();
        new TreeMap<>(JSON.convertValue(c.path("bands"), Map.class)).forEach((of, band) -> {
            boolean is = band.toString().startsWith("ABOVE_");
            JsonNode limit = c.path("limits").path(of.toString()).path("CONSTRAINT");
            if (of.equals(indicator) && limit.isNumber()) is = exact.compareTo(limit.decimalValue()) > 0;
            if (is) above.add(of.toString());
        });
        return String.join(", ", above);
    }

    static void reason(JsonNode rule, List<String> reasons, String why, boolean holds, String detail) {
        boolean named = false;
        for (JsonNode w : rule.path("excluding")) named |= w.asText().equals(why);
        if (named && holds) reasons.add(why + " " + detail);
    }

    static String joined(JsonNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(e -> all.add(e.asText()));
        return String.join(", ", all);
    }
}
