package org.jielian.portal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.NoticeLine;
import org.junit.jupiter.api.Test;

class MergedNoticesTest {
    private static final int SIZE = 3;

    private final Map<String, List<NoticeLine>> kept = new HashMap<>();

    private void told(String service, long id, int minute, boolean read) {
        Instant at = Instant.parse("2025-02-06T00:00:00Z").plusSeconds(60L * minute);
        kept.computeIfAbsent(service, s -> new ArrayList<>())
                .add(new NoticeLine(id, "X", "s", "t", "d", "/", at, "x", null, read ? at : null, service + ":" + id));
    }

    /** As a service pages: at most so many after the cursor. */
    private Listing<NoticeLine> page(String service, String cursor) {
        List<NoticeLine> all = kept.getOrDefault(service, List.of());
        int from = 0;
        for (int i = 0; i < all.size(); i++) if (all.get(i).cursor().equals(cursor)) from = i + 1;
        List<NoticeLine> items = all.subList(from, Math.min(all.size(), from + SIZE));
        return new Listing<>(items, from + items.size() < all.size() ? "more" : null, all.size());
    }

    private static Map<String, String> cursors(String next) {
        Map<String, String> cursors = new HashMap<>();
        for (String part : next.substring(1).split("&")) {
            int at = part.indexOf('=');
            cursors.put(part.substring(0, at), URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
        }
        return cursors;
    }

    @Test
    void showsEveryNoticeOfEveryServiceOnceAndInOrder() {
        told("metrics", 9, 90, false);
        told("metrics", 8, 80, false);
        told("metrics", 7, 10, false);
        told("metrics", 6, 60, true);
        told("metrics", 5, 50, true);
        told("supervision", 4, 70, false);
        told("supervision", 3, 55, true);
        List<Long> seen = new ArrayList<>();
        Map<String, String> begins = Map.of();
        String next;
        do {
            var pages = Map.of(
                    "metrics", page("metrics", begins.get("metrics")),
                    "supervision", page("supervision", begins.get("supervision")));
            MergedNotices merged = MergedNotices.of(pages, begins, SIZE);
            merged.lines().forEach(line -> seen.add(line.notice().id()));
            next = merged.next();
            if (next != null) begins = cursors(next);
        } while (next != null);
        assertThat(seen).containsExactly(9L, 8L, 4L, 7L, 6L, 3L, 5L);
    }

    @Test
    void endsWhereThereIsNothingMore() {
        told("metrics", 1, 1, false);
        assertThat(MergedNotices.of(Map.of("metrics", page("metrics", null)), Map.of(), SIZE)
                        .next())
                .isNull();
    }
}
