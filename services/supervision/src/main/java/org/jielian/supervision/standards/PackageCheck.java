package org.jielian.supervision.standards;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Category;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.contracts.StandardPackage.Quota;
import org.jielian.contracts.StandardPackage.ScoringFunction;
import org.jielian.contracts.StandardPackage.Target;
import org.jielian.contracts.StandardPackage.TargetKind;

/** Whether a package makes sense by itself; everything that is wrong with it, place by place. */
public final class PackageCheck {
    static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{0,7}");
    private static final Pattern LOCAL_CODE = Pattern.compile("[0-9A-Za-z]{1,16}-[A-Z0-9]{1,8}");
    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,31}|\\*");
    private static final Set<ScoringFunction> ABOUT_A_FIGURE = Set.of(ScoringFunction.TARGET, ScoringFunction.TIER);
    private static final List<List<Bound>> ORDERS =
            List.of(List.of(Bound.CONSTRAINT, Bound.BASELINE, Bound.GUIDANCE), List.of(Bound.GENERAL, Bound.ADVANCED));

    private final StandardPackage content;
    private final List<Defect> defects = new ArrayList<>();

    private PackageCheck(StandardPackage content) {
        this.content = content;
    }

    /** What is wrong; empty for a sound package. */
    public static List<Defect> of(StandardPackage content) {
        PackageCheck check = new PackageCheck(content);
        check.stated();
        // with parts missing everything else would be guesses
        if (check.defects.isEmpty()) check.all();
        return check.defects;
    }

    private void wrong(String place, String zh, String en, Object... args) {
        defects.add(Defect.at(place, zh, en, args));
    }

    private void require(Object value, String place) {
        if (value == null || value.toString().isBlank()) wrong(place, "未填写", "is missing");
    }

    /** What Excel and every screen can still show exactly. */
    private void number(BigDecimal value, String place) {
        require(value, place);
        if (value != null && (value.precision() > 15 || value.scale() > 10)) {
            wrong(place, "有效数字过多：%s", "has too many digits: %s", value.toPlainString());
        }
    }

    private void name(Name name, String place) {
        if (name == null) require(null, place);
        else {
            require(name.zh(), place + ".zh");
            require(name.en(), place + ".en");
        }
    }

    private void stated() {
        require(content.coefficientSet(), "coefficientSet");
        number(content.passLine(), "passLine");
        require(content.categories(), "categories");
        require(content.items(), "items");
        require(content.zones(), "zones");
        require(content.quotas(), "quotas");
        require(content.targets(), "targets");
        if (!defects.isEmpty()) return;
        each("categories", content.categories(), this::stated);
        each("items", content.items(), this::stated);
        each("zones", content.zones(), (zone, at) -> {
            require(zone.regionCode(), at + ".regionCode");
            require(zone.zone(), at + ".zone");
        });
        each("quotas", content.quotas(), this::stated);
        each("targets", content.targets(), this::stated);
    }

    private <T> void each(String list, List<T> all, java.util.function.BiConsumer<T, String> check) {
        for (int i = 0; i < all.size(); i++) {
            String at = list + "[" + i + "]";
            if (all.get(i) == null) require(null, at);
            else check.accept(all.get(i), at);
        }
    }

    private void stated(Category category, String at) {
        require(category.code(), at + ".code");
        name(category.name(), at + ".name");
        number(category.points(), at + ".points");
    }

    private void stated(Item item, String at) {
        require(item.code(), at + ".code");
        require(item.category(), at + ".category");
        name(item.name(), at + ".name");
        require(item.kind(), at + ".kind");
        require(item.function(), at + ".function");
        number(item.points(), at + ".points");
        if (item.threshold() == null) return;
        number(item.threshold().value(), at + ".threshold.value");
        require(item.threshold().unit(), at + ".threshold.unit");
        require(item.threshold().sense(), at + ".threshold.sense");
    }

    private void stated(Quota quota, String at) {
        require(quota.type(), at + ".type");
        require(quota.level(), at + ".level");
        require(quota.zone(), at + ".zone");
        require(quota.heating(), at + ".heating");
        require(quota.indicator(), at + ".indicator");
        require(quota.values(), at + ".values");
        if (quota.values() != null) quota.values().forEach((bound, value) -> number(value, at + ".values." + bound));
    }

    private void stated(Target target, String at) {
        require(target.code(), at + ".code");
        name(target.name(), at + ".name");
        require(target.kind(), at + ".kind");
        require(target.indicator(), at + ".indicator");
        number(target.value(), at + ".value");
    }

    private void all() {
        if (content.passLine().signum() <= 0 || content.passLine().compareTo(HUNDRED) > 0) {
            wrong("passLine", "应在 0 至 100 之间，现为 %s", "should lie between 0 and 100, is %s", content.passLine());
        }
        unique("categories", content.categories(), Category::code);
        unique("items", content.items(), Item::code);
        unique("zones", content.zones(), StandardPackage.Zone::regionCode);
        unique("quotas", content.quotas(), Quota::key);
        unique("targets", content.targets(), Target::code);
        Set<String> categories = new HashSet<>();
        content.categories().forEach(c -> categories.add(c.code()));
        for (Item item : content.items()) item(item, categories);
        points();
        content.quotas().forEach(this::quota);
        content.targets().forEach(this::target);
    }

    private <T> void unique(String list, List<T> all, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (T one : all) {
            String code = key.apply(one);
            if (!seen.add(code)) wrong(list + "/" + code, "重复出现", "occurs more than once");
        }
    }

    private void item(Item item, Set<String> categories) {
        String at = "items/" + item.code() + "/";
        if (!CODE.matcher(item.code()).matches()
                && !LOCAL_CODE.matcher(item.code()).matches()) {
            wrong(
                    at + "code",
                    "编码应为大写字母开头的字母数字，地方指标为「区划代码-编号」",
                    "a code is a capital letter and capitals or digits; of a local item, region code, hyphen and number");
        }
        if (!categories.contains(item.category())) {
            wrong(at + "category", "没有类别 %s", "there is no category %s", item.category());
        }
        if (item.points().signum() <= 0) wrong(at + "points", "分值应大于 0", "points should be more than 0");
        if (ABOUT_A_FIGURE.contains(item.function()) && item.indicator() == null) {
            wrong(at + "indicator", "%s 计分需要指标", "scoring by %s needs an indicator", item.function());
        }
        if (item.frequency() != null && (item.frequency() < 1 || item.frequency() > 366)) {
            wrong(at + "frequency", "每年次数应在 1 至 366 之间", "times a year should lie between 1 and 366");
        }
        if (item.due() != null && !isDay(item.due())) {
            wrong(at + "due", "应为月-日，如 01-31，现为 %s", "should be a day such as 01-31, is %s", item.due());
        }
        if (item.threshold() != null && item.threshold().value().signum() < 0) {
            wrong(at + "threshold", "不能为负数", "should not be negative");
        }
    }

    /** Month and day that exist in every year. */
    static boolean isDay(String text) {
        try {
            return text != null
                    && text.matches("\\d{2}-\\d{2}")
                    && !text.equals("02-29")
                    && MonthDay.parse("--" + text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void points() {
        BigDecimal total = BigDecimal.ZERO;
        for (Category category : content.categories()) {
            BigDecimal sum =
                    Points.of(content, i -> !Points.isLocal(i) && i.category().equals(category.code()));
            total = total.add(sum);
            if (sum.compareTo(category.points()) != 0) {
                wrong(
                        "categories/" + category.code() + "/points",
                        "类别分值为 %s，其指标合计 %s",
                        "is %s, while its items add up to %s",
                        category.points().toPlainString(),
                        sum.toPlainString());
            }
        }
        if (total.compareTo(HUNDRED) != 0) {
            wrong("items", "指标分值合计应为 100，现为 %s", "points should add up to 100, they are %s", total.toPlainString());
        }
        BigDecimal local = Points.of(content, Points::isLocal);
        if (local.compareTo(Points.MOST_LOCAL) > 0) {
            wrong(
                    "items",
                    "地方指标合计不得超过 %s 分，现为 %s",
                    "local items may add up to %s points, they are %s",
                    Points.MOST_LOCAL,
                    local.toPlainString());
        }
    }

    private void quota(Quota quota) {
        String at = "quotas/" + quota.key();
        for (String part : List.of(quota.type(), quota.level(), quota.zone(), quota.heating())) {
            if (!KEY.matcher(part).matches()) wrong(at, "%s 不是有效的行键", "%s is no key of a row", part);
        }
        if (quota.values().isEmpty()) wrong(at, "没有限值", "has no value");
        quota.values().forEach((bound, value) -> {
            if (value.signum() <= 0) wrong(at + "/" + bound, "限值应大于 0", "a limit should be more than 0");
        });
        if (ORDERS.stream().noneMatch(order -> order.containsAll(quota.values().keySet()))) {
            wrong(
                    at,
                    "三级限值与通用值、先进值不能混用：%s",
                    "bounds of energy and of water can't be mixed: %s",
                    quota.values().keySet());
        }
        brokenOrder(quota.values())
                .forEach(bound -> wrong(
                        at + "/" + bound,
                        "应不大于更宽的限值：%s",
                        "should not be more than a looser limit: %s",
                        quota.values()));
    }

    /** Bounds that are more than a bound that should be looser. */
    static List<Bound> brokenOrder(Map<Bound, BigDecimal> values) {
        List<Bound> broken = new ArrayList<>();
        for (List<Bound> order : ORDERS) {
            BigDecimal looser = null;
            for (Bound bound : order) {
                BigDecimal value = values.get(bound);
                if (value != null && looser != null && value.compareTo(looser) > 0) broken.add(bound);
                if (value != null) looser = value;
            }
        }
        return broken;
    }

    private void target(Target target) {
        String at = "targets/" + target.code() + "/";
        if (!CODE.matcher(target.code()).matches()) wrong(at + "code", "编码无效", "is no valid code");
        if (target.year() < 2000 || target.year() > 2100) wrong(at + "year", "年份无效", "is no valid year");
        boolean decline = target.kind() == TargetKind.DECLINE;
        if (decline && (target.baseYear() == null || target.baseYear() >= target.year())) {
            wrong(at + "baseYear", "下降目标需要早于目标年的基准年", "a decline needs a base year before its year");
        }
        if (!decline && target.baseYear() != null) {
            wrong(at + "baseYear", "只有下降目标有基准年", "only a decline has a base year");
        }
        boolean share = target.kind() != TargetKind.CAP;
        if (target.value().signum() < 0 || share && target.value().compareTo(HUNDRED) > 0) {
            wrong(at + "value", "超出范围：%s", "is out of range: %s", target.value().toPlainString());
        }
    }
}
