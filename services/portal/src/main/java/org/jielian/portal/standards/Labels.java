package org.jielian.portal.standards;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.contracts.StandardPackage.Target;
import org.jielian.portal.i18n.Words;

/** Says what a place of a package is, so that a person knows it without the code. */
final class Labels {
    /** What is not stated has no code to be named by. */
    private static final Pattern LISTED = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+).*");

    private final Words words;
    private final boolean english;
    private final Map<String, Item> items;
    private final Map<String, Target> targets;

    Labels(StandardPackage content, Words words, boolean english) {
        this.words = words;
        this.english = english;
        this.items = byCode(content.items(), Item::code);
        this.targets = byCode(content.targets(), Target::code);
    }

    private static <T> Map<String, T> byCode(List<T> all, Function<T, String> code) {
        return all.stream().collect(Collectors.toMap(code, Function.identity(), (first, second) -> first));
    }

    String of(String place) {
        int sheet = place.indexOf('!');
        if (sheet > 0) return cell(place.substring(0, sheet), place.substring(sheet + 1));
        Matcher listed = LISTED.matcher(place);
        if (listed.matches())
            return words.get("listedAt", known("listOf", listed.group(1)), Integer.parseInt(listed.group(2)) + 1)
                    + " · " + known("standardField", listed.group(3));
        String[] at = place.split("/");
        if (at.length < 2) return whole(at[0]);
        return switch (at[0]) {
            case "categories" -> words.get("standardFieldcategory") + " " + at[1] + field(at);
            case "items" -> item(at);
            case "quotas" -> at.length > 2 ? row(at[1]) + " " + indicator(at[2]) + bound(at) : row(at[1]);
            case "targets" ->
                named(at[1], targets.containsKey(at[1]) ? targets.get(at[1]).name() : null) + field(at);
            default -> place;
        };
    }

    private String whole(String place) {
        return switch (place) {
            case "passLine", "effectiveFrom", "replaces" -> words.get(place);
            case "adoptBy" -> words.get("answerBy");
            case "coefficientSet" -> words.get("coefficientSetName");
            case "items" -> words.get("partitems");
            default -> place;
        };
    }

    /** Where in a workbook: line and, if it is about one cell, column. */
    private String cell(String sheet, String place) {
        String[] at = place.split("/");
        return at.length < 2 ? words.get("sheetLine", sheet, at[0]) : words.get("sheetCell", sheet, at[0], at[1]);
    }

    private String known(String prefix, String key) {
        return words.has(prefix + key) ? words.get(prefix + key) : key;
    }

    private String item(String[] at) {
        return named(at[1], items.containsKey(at[1]) ? items.get(at[1]).name() : null) + field(at);
    }

    private String named(String code, Name name) {
        return name == null ? code : code + " " + text(name);
    }

    String text(Name name) {
        return english ? name.en() : name.zh();
    }

    private String field(String[] at) {
        return at.length < 3 ? "" : " · " + known("standardField", at[2]);
    }

    /** Whom a quota row is for: {@code AGENCY.CITY.B.*}. */
    private String row(String key) {
        String[] parts = key.split("\\.");
        StringBuilder row = new StringBuilder(named(words, parts[0]));
        for (int i = 1; i < parts.length; i++) {
            if (!parts[i].equals("*")) row.append(' ').append(named(words, parts[i]));
        }
        return row.toString();
    }

    /** A kind, level or zone; provinces may have kinds of their own, which are their own name. */
    static String named(Words words, String key) {
        return words.has("quota" + key) ? words.get("quota" + key) : key;
    }

    private String indicator(String code) {
        return known("indicator", code);
    }

    private String bound(String[] at) {
        return at.length < 4 ? "" : " · " + known("bound", at[3]);
    }
}
