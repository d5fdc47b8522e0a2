package org.jielian.portal.notices;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.NoticeLine;

/**
 * One page of the notices of all services, unread before read and the newest first in each half, and where the next page begins in each.
 *
 * @param lines what is on it
 * @param next query of the following page; {@code null} on the last
 */
record MergedNotices(List<Line> lines, String next) {
    /** A notice and the service that keeps it. */
    record Line(String service, NoticeLine notice) {}

    private static final Comparator<Line> ORDER = Comparator.comparing(
                    (Line line) -> line.notice().isRead())
            .thenComparing(line -> line.notice().at(), Comparator.reverseOrder());

    /**
     * Merges pages that begin where the services were asked to begin.
     *
     * @param begins cursors the services were asked with, by service; absent for the first page
     */
    static MergedNotices of(Map<String, Listing<NoticeLine>> pages, Map<String, String> begins, int size) {
        List<Line> all = new ArrayList<>();
        pages.forEach((service, page) -> page.items().forEach(notice -> all.add(new Line(service, notice))));
        all.sort(ORDER);
        List<Line> shown = all.subList(0, Math.min(size, all.size()));
        boolean more = all.size() > size || pages.values().stream().anyMatch(page -> page.next() != null);
        return new MergedNotices(List.copyOf(shown), more ? query(shown, begins) : null);
    }

    /** A service goes on after the last of its notices shown, or where it began when none of them was. */
    private static String query(List<Line> shown, Map<String, String> begins) {
        Map<String, String> cursors = new LinkedHashMap<>(begins);
        shown.forEach(line -> cursors.put(line.service(), line.notice().cursor()));
        StringBuilder query = new StringBuilder();
        cursors.forEach((service, cursor) -> query.append('&')
                .append(service)
                .append('=')
                .append(URLEncoder.encode(cursor, StandardCharsets.UTF_8)));
        return query.toString();
    }
}
