package org.jielian.units.registry;

/** What lies at or below a path, as a range the index on paths can be asked for. */
final class PathRange {
    /** The first text after everything below the path: {@code 0} is the character after {@code /}. */
    static String end(String path) {
        return path.substring(0, path.length() - 1) + "0";
    }

    private PathRange() {}
}
