package org.jielian.supervision.standards;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage.Name;

/** One row of a sheet, whose cells say where they stand when they can't be read. */
record SheetRow(String sheet, int line, Map<String, String> cells, List<Defect> defects) {
    String text(String column) {
        String text = cells.get(column);
        return text == null || text.isBlank() ? null : text.strip();
    }

    Name name() {
        return new Name(text("zh"), text("en"));
    }

    BigDecimal number(String column) {
        String text = text(column);
        if (text == null) return null;
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            wrong(column, "「%s」不是数字", "\"%s\" is not a number", text);
            return null;
        }
    }

    Integer whole(String column) {
        BigDecimal number = number(column);
        if (number == null) return null;
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            wrong(column, "「%s」不是整数", "\"%s\" is not a whole number", number);
            return null;
        }
    }

    boolean flag(String column) {
        String text = text(column);
        if (text == null || text.equalsIgnoreCase("false")) return false;
        if (!text.equalsIgnoreCase("true")) wrong(column, "应为 true 或 false", "should be true or false");
        return true;
    }

    <E extends Enum<E>> E choice(String column, Class<E> type) {
        String text = text(column);
        if (text == null) return null;
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            wrong(column, "「%s」不在可选值之中：%s", "\"%s\" is none of %s", text, Arrays.toString(type.getEnumConstants()));
            return null;
        }
    }

    private void wrong(String column, String zh, String en, Object... args) {
        defects.add(Defect.at(sheet + "!" + line + "/" + column, zh, en, args));
    }
}
