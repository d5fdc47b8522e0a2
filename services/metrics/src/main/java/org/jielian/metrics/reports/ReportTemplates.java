package org.jielian.metrics.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.Template;
import org.jielian.foundation.tabular.Template.Column;
import org.jielian.foundation.tabular.Template.Use;
import org.jielian.metrics.calendar.ReportingConfig;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.forms.Quantity;

/** Workbooks to report with, filled with what is known: the units, their months, and what was reported already. */
@Singleton
class ReportTemplates {
    private static final TypeReference<Map<String, BigDecimal>> FIGURES = new TypeReference<>() {};
    private static final String PREVIOUS = "previous_";

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    Quantities quantities;

    @Inject
    ReportingConfig config;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** A unit's month, with what is known of it. */
    private record Line(
            String unitCode,
            String unitName,
            String period,
            Map<String, BigDecimal> reported,
            BigDecimal headcount,
            BigDecimal floorArea,
            Map<String, BigDecimal> previous,
            Remarks remarks) {}

    /**
     * A workbook for one unit, or for those that hang directly on a region; the caller's own node if neither is given.
     *
     * @param period a month, or a year for all its months up to now
     * @throws org.jielian.foundation.problems.ProblemException FORBIDDEN where the caller does not report; INVALID for other periods
     */
    @Transactional
    byte[] xlsx(String region, String unit, String period, String language) {
        String node = unit != null ? unit : region != null ? region : person.node();
        if (node == null) throw CommonProblem.INVALID.because("请指明 region 或 unit", "say which region or unit");
        String path = access.requireActs(node);
        List<String> months = months(period);
        boolean oneMonth = months.size() == 1;
        List<List<Object>> rows = lines(path, node, months).stream()
                .map(l -> row(l, oneMonth, language))
                .toList();
        var out = new ByteArrayOutputStream();
        try {
            new Template(columns(months, oneMonth, language), notes(), language).write(out, "reports", rows);
        } catch (IOException e) {
            throw new UncheckedIOException("the template could not be written", e);
        }
        return out.toByteArray();
    }

    private List<String> months(String period) {
        YearMonth now = YearMonth.now(clock);
        List<String> months;
        try {
            months = period == null
                    ? List.of(now.minusMonths(1).toString())
                    : period.length() == 4
                            ? IntStream.rangeClosed(1, 12)
                                    .mapToObj(Year.parse(period)::atMonth)
                                    .filter(this::canBeReported)
                                    .map(YearMonth::toString)
                                    .toList()
                            : List.of(YearMonth.parse(period)).stream()
                                    .filter(this::canBeReported)
                                    .map(YearMonth::toString)
                                    .toList();
        } catch (DateTimeException e) {
            throw CommonProblem.INVALID.because("period 应写作 2025-06 或 2025", "write the period as 2025-06 or 2025");
        }
        if (months.isEmpty()) {
            throw CommonProblem.INVALID.because(
                    "period 应在 %s 至 %s 之间", "the period must be from %s to %s", config.firstPeriod(), now);
        }
        return months;
    }

    private boolean canBeReported(YearMonth month) {
        return !month.isBefore(config.firstPeriod()) && !month.isAfter(YearMonth.now(clock));
    }

    /** Months in which a unit is not expected to report are left out. */
    private List<Line> lines(String path, String node, List<String> months) {
        List<?> rows = em.createNativeQuery("""
                        select u.code, u.name, m.period, cast(r.quantities as text),
                               coalesce(r.headcount, p.headcount, u.headcount), coalesce(r.floor_area, p.floor_area, u.floor_area),
                               case when p.period = to_char(to_date(m.period, 'YYYY-MM') - interval '1 month', 'YYYY-MM')
                                    then cast(p.quantities as text) end, cast(r.remarks as text)
                        from known_unit u
                        cross join unnest(?1) as m (period)
                        join unit_belonging b on b.unit_code = u.code and b.from_month <= m.period and m.period < b.to_month
                        left join report r on r.unit_code = u.code and r.period = m.period and r.status <> 'WITHDRAWN'
                        left join lateral (
                            select e.period, e.quantities, e.headcount, e.floor_area from report e
                            where e.unit_code = u.code and e.period < m.period and e.status <> 'WITHDRAWN'
                            order by e.period desc limit 1) p on true
                        where u.path = ?2 || u.code || '/' or u.code = ?3
                        order by u.name, u.code, m.period""")
                .setParameter(1, months.toArray(String[]::new))
                .setParameter(2, path)
                .setParameter(3, node)
                .getResultList();
        return rows.stream().map(row -> line((Object[]) row)).toList();
    }

    private Line line(Object[] r) {
        return new Line(
                (String) r[0],
                (String) r[1],
                (String) r[2],
                figures((String) r[3]),
                (BigDecimal) r[4],
                (BigDecimal) r[5],
                figures((String) r[6]),
                remarks((String) r[7]));
    }

    private Map<String, BigDecimal> figures(String text) {
        try {
            return text == null ? Map.of() : json.readValue(text, FIGURES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report that can't be read", e);
        }
    }

    private Remarks remarks(String text) {
        try {
            return text == null ? Remarks.NONE : json.readValue(text, Remarks.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("remarks that can't be read", e);
        }
    }

    private List<Object> row(Line line, boolean oneMonth, String language) {
        List<Object> cells = new ArrayList<>();
        cells.add(line.unitCode());
        cells.add(line.unitName());
        cells.add(line.period());
        for (Quantity quantity : quantities.all()) cells.add(line.reported().get(quantity.code()));
        cells.add(line.headcount());
        cells.add(line.floorArea());
        cells.add(null);
        cells.add(line.remarks().note());
        for (Quantity quantity : measured()) {
            Remarks.Basis basis = line.remarks().bases().get(quantity.code());
            cells.add(basis == null ? null : basis.word(language));
        }
        if (oneMonth)
            for (Quantity quantity : quantities.all()) cells.add(line.previous().get(quantity.code()));
        return cells;
    }

    /** What is read off a meter or a bill, so that one can ask how. */
    private List<Quantity> measured() {
        return quantities.all().stream().filter(q -> q.basisColumn() != null).toList();
    }

    private List<Column> columns(List<String> months, boolean oneMonth, String language) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(
                "unit_code",
                new Text("单位代码", "Unit code"),
                new Text("统一社会信用代码，请勿改动", "unified social credit code; leave it as it is"),
                Use.GIVEN));
        columns.add(Column.of(
                "unit_name",
                new Text("单位名称", "Unit"),
                new Text("仅供阅读，导入时忽略", "for reading only, passed over by the import"),
                Use.GIVEN));
        columns.add(new Column(
                "period", new Text("月份", "Month"), new Text("如 2025-06", "such as 2025-06"), Use.GIVEN, months));
        for (Quantity q : quantities.all()) columns.add(Column.of(q.column(), label(q), entry(), Use.ENTRY));
        columns.add(Column.of(
                "headcount",
                new Text("用能人数", "Headcount"),
                new Text("当月平均用能人数，必填", "people using energy, average of the month; required"),
                Use.ENTRY));
        columns.add(Column.of(
                "floor_area_m2",
                new Text("建筑面积（㎡）", "Floor area (m2)"),
                new Text("建筑面积，平方米，必填", "building area in square metres; required"),
                Use.ENTRY));
        columns.add(Column.of(
                "explanation",
                new Text("说明", "Explanation"),
                new Text(
                        "数据异常，或更正已审核、已关账的月份时，写明原因",
                        "why a figure deviates, or why a month that was accepted or closed changes"),
                Use.ENTRY));
        columns.add(Column.of(
                "note",
                new Text("备注", "Note"),
                new Text("需要补充说明的情况，可不填", "whatever else is worth saying; may stay empty"),
                Use.ENTRY));
        List<String> bases = Arrays.stream(Remarks.Basis.values())
                .map(basis -> basis.word(language))
                .toList();
        for (Quantity q : measured()) columns.add(basis(q, bases));
        if (oneMonth) for (Quantity q : quantities.all()) columns.add(previous(q));
        return columns;
    }

    private static Text label(Quantity q) {
        return new Text(q.zh() + "（" + q.unitOfMeasure() + "）", q.en() + " (" + q.unitOfMeasure() + ")");
    }

    private static Text entry() {
        return new Text(
                "没有使用的项目留空；至多四位小数，不写单位和千分位",
                "leave empty what is not used; at most four decimals, no unit, no thousands separator");
    }

    private static Column basis(Quantity q, List<String> bases) {
        return new Column(
                q.basisColumn(),
                new Text(q.zh() + " 计量依据", q.en() + ", measured how"),
                new Text("账单、抄表、分摊或估算，可不填", "BILLED, METERED, ALLOCATED or ESTIMATED; may stay empty"),
                Use.ENTRY,
                bases);
    }

    private static Column previous(Quantity q) {
        return Column.of(
                PREVIOUS + q.column(),
                new Text("上月 " + label(q).zh(), "Last month " + label(q).en()),
                new Text("上月填报值，仅供对照，导入时忽略", "reported last month, to compare with; passed over by the import"),
                Use.REFERENCE);
    }

    private static List<Text> notes() {
        return List.of(
                new Text(
                        "填写第一张表的绿色列，保存后原样上传。",
                        "Fill in the green columns of the first sheet, save it and upload it as it is."),
                new Text(
                        "上传后先预览：新增、更新、有问题的行逐一列出，确认后才写入。",
                        "An upload is looked at first: rows that are new, changed or defective are listed, and nothing is written until you confirm."),
                new Text(
                        "已填报的月份带出现有数据；改动即为更正。没有任何用量的行不会导入。",
                        "Months that were reported show what was reported; a change is a correction. A row without any quantity is not taken."),
                new Text(
                        "第一行每格的第一个词是列名，请勿改动；灰色列仅供阅读。",
                        "The first word in each head is the column's name, leave it as it is; grey columns are for reading only."));
    }
}
