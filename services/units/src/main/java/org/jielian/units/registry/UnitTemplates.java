package org.jielian.units.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitKind;
import org.jielian.contracts.UnitLevel;
import org.jielian.contracts.UnitState.Heating;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.Template;
import org.jielian.foundation.tabular.Template.Column;
import org.jielian.foundation.tabular.Template.Use;

/** Workbooks to keep the register with, filled with the institutions that hang directly on a region. */
@ApplicationScoped
class UnitTemplates {
    @Inject
    ListingUnits listing;

    @Inject
    Access access;

    @Inject
    Person person;

    /**
     * A workbook for a region, the caller's own unless another is given.
     *
     * @throws org.jielian.foundation.problems.ProblemException FORBIDDEN where the caller does not keep the register
     */
    @Transactional
    byte[] xlsx(String region, String language) {
        String node = region == null ? person.node() : region;
        if (node == null) throw CommonProblem.INVALID.because("请指明 region", "say which region");
        access.requireActs(node);
        var out = new ByteArrayOutputStream();
        try {
            new Template(columns(), notes(), language).write(out, "units", rows(node));
        } catch (IOException e) {
            throw new UncheckedIOException("the template could not be written", e);
        }
        return out.toByteArray();
    }

    private List<List<Object>> rows(String region) {
        UnitQuery query = new UnitQuery();
        query.region = region;
        query.direct = true;
        query.status = "ACTIVE";
        query.sort = "name";
        List<List<Object>> rows = new ArrayList<>();
        String cursor = null;
        do {
            Page<UnitView> page = listing.page(query, cursor, Page.MAX_LIMIT);
            for (UnitView unit : page.items()) rows.add(row(unit));
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }

    private static List<Object> row(UnitView u) {
        return Arrays.asList(
                u.code(),
                u.name(),
                u.type().toString(),
                u.regionCode(),
                u.regionName(),
                u.floorArea(),
                u.headcount(),
                Boolean.toString(u.hasCanteen()),
                u.heating().toString(),
                u.since().toString(),
                Objects.toString(u.kind(), null),
                Objects.toString(u.level(), null));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of(
                        "unit_code",
                        new Text("单位代码", "Unit code"),
                        new Text(
                                "统一社会信用代码，18 位，含两位校验码",
                                "unified social credit code, 18 characters, two of them check characters"),
                        Use.ENTRY),
                Column.of("name", new Text("单位名称", "Name"), new Text("法定名称", "official name"), Use.ENTRY),
                new Column(
                        "type",
                        new Text("单位类型", "Type"),
                        new Text(
                                "AGENCY 机关、SCHOOL 学校、HOSPITAL 医院、OTHER 其他",
                                "AGENCY, SCHOOL, HOSPITAL or OTHER; a change needs its month in since"),
                        Use.ENTRY,
                        names(InstitutionType.values())),
                Column.of(
                        "region_code",
                        new Text("隶属区划", "Region"),
                        new Text(
                                "直接管理该单位的区划代码；变更须在 since 注明月份",
                                "code of the region that administers it; a change needs its month in since"),
                        Use.ENTRY),
                Column.of(
                        "region_name",
                        new Text("区划名称", "Name of the region"),
                        new Text("仅供阅读，导入时忽略", "for reading only, passed over by the import"),
                        Use.REFERENCE),
                Column.of(
                        "floor_area_m2",
                        new Text("建筑面积（㎡）", "Floor area (m2)"),
                        new Text("平方米，至多两位小数", "square metres, at most two decimals"),
                        Use.ENTRY),
                Column.of(
                        "headcount",
                        new Text("用能人数", "Headcount"),
                        new Text("整数", "people using energy, a whole number"),
                        Use.ENTRY),
                new Column(
                        "has_canteen",
                        new Text("设有食堂", "Canteen"),
                        new Text("true 有、false 无", "true or false"),
                        Use.ENTRY,
                        List.of("true", "false")),
                new Column(
                        "heating",
                        new Text("采暖方式", "Heating"),
                        new Text(
                                "NONE 无、ELECTRIC 电、GAS 燃气、COAL 燃煤、DISTRICT 集中供热",
                                "NONE, ELECTRIC, GAS, COAL or DISTRICT"),
                        Use.ENTRY,
                        names(Heating.values())),
                Column.of(
                        "since",
                        new Text("起始填报月", "Reports from"),
                        new Text(
                                "如 2025-01；新单位或变更隶属、类型时填写",
                                "such as 2025-01; for a new unit, or when region or type change"),
                        Use.ENTRY),
                new Column(
                        "kind",
                        new Text("定额类别", "Kind"),
                        new Text(
                                "定额表中的类别，机关不填；无对应类别时留空，清空即删除",
                                "what it is in the words of the quota table, empty for agencies and where no row is made for it"),
                        Use.ENTRY,
                        names(UnitKind.values())),
                new Column(
                        "level",
                        new Text("级别", "Level"),
                        new Text(
                                "医院填 GRADE_1 至 GRADE_3（一级至三级），图书馆填 PROVINCIAL、CITY、COUNTY，其余不填",
                                "GRADE_1 to GRADE_3 for hospitals; PROVINCIAL, CITY or COUNTY for libraries; empty for others"),
                        Use.ENTRY,
                        names(UnitLevel.values())));
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static List<Text> notes() {
        return List.of(
                new Text(
                        "表中是由您直接管理的单位；更正后原样上传，新单位接在末尾。",
                        "The sheet has the units you administer; correct it and upload it as it is, new units go below."),
                new Text(
                        "上传后先预览，确认后才写入；没有改动的行不产生变更。",
                        "An upload is looked at first and nothing is written until you confirm; rows that were not touched change nothing."),
                new Text(
                        "第一行每格的第一个词是列名，请勿改动。", "The first word in each head is the column's name, leave it as it is."));
    }
}
