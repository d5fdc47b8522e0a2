package org.jielian.foundation.notices;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Text;

/**
 * The notices of the caller's own node; its people share them, and what one of them has read is read. Row-level security would still show
 * a city what its counties were told; a notice is for its recipient, so every query here asks for that node by name.
 */
@Singleton
class Inbox {
    @Inject
    EntityManager em;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** Unread ones first, in each half the newest first. */
    @Transactional
    Page<NoticeView> page(boolean unreadOnly, String cursor, Integer limit, String language) {
        int size = Page.limit(limit);
        Cursor after = Cursor.decode(cursor);
        List<NoticeView> found = rows(unreadOnly, after, size + 1).stream()
                .map(row -> view((Object[]) row, language))
                .toList();
        List<NoticeView> items = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? items.get(size - 1).cursor() : null;
        return new Page<>(items, next, count(unreadOnly));
    }

    private List<?> rows(boolean unreadOnly, Cursor after, int most) {
        var query = em.createNativeQuery("""
                        select id, cause, subject, title_zh, title_en, detail_zh, detail_en, href, told_at, told_by, told_by_node,
                               read_at, read_by
                        from notice
                        where recipient = :node and (read_at is null or not :unread)
                          and (read_at is not null, -id) > (cast(:read as boolean), -cast(:id as bigint))
                        order by read_at is not null, id desc""")
                .setParameter("node", node())
                .setParameter("unread", unreadOnly)
                .setParameter("read", after != null && Boolean.parseBoolean(after.after()))
                .setParameter("id", after == null ? Long.MAX_VALUE : id(after))
                .setMaxResults(most);
        return query.getResultList();
    }

    private static long id(Cursor after) {
        try {
            return Long.parseLong(after.code());
        } catch (NumberFormatException notOurs) {
            throw CommonProblem.INVALID.because("cursor 无效", "the cursor is not one of ours");
        }
    }

    private static NoticeView view(Object[] r, String language) {
        boolean english = new Text("zh", "en").in(language).equals("en");
        long id = ((Number) r[0]).longValue();
        return new NoticeView(
                id,
                (String) r[1],
                (String) r[2],
                (String) (english ? r[4] : r[3]),
                (String) (english ? r[6] : r[5]),
                (String) r[7],
                (Instant) r[8],
                (String) r[9],
                (String) r[10],
                (Instant) r[11],
                (String) r[12],
                new Cursor(Boolean.toString(r[11] != null), Long.toString(id)).encoded());
    }

    /** How many notices there are, or how many of them nobody has read. */
    @Transactional
    long count(boolean unreadOnly) {
        return ((Number) em.createNativeQuery("select count(*) from notice where recipient = :node and"
                                + (unreadOnly ? " read_at is null" : " true"))
                        .setParameter("node", node())
                        .getSingleResult())
                .longValue();
    }

    /** The operator belongs to no node and is told nothing. */
    private String node() {
        return person.node() == null ? "" : person.node();
    }

    /** Marks one as read; reading it again changes nothing. */
    @Transactional
    void read(long id) {
        int mine = em.createNativeQuery("""
                        update notice set read_at = coalesce(read_at, :now), read_by = coalesce(read_by, :who)
                        where id = :id and recipient = :node""")
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter("who", person.name())
                .setParameter("id", id)
                .setParameter("node", node())
                .executeUpdate();
        if (mine == 0) throw CommonProblem.NOT_FOUND.because("没有通知 %s", "there is no notice %s", id);
    }

    /** Marks all as read; how many were not yet. */
    @Transactional
    int readAll() {
        return em.createNativeQuery(
                        "update notice set read_at = :now, read_by = :who where recipient = :node and read_at is null")
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter("who", person.name())
                .setParameter("node", node())
                .executeUpdate();
    }
}
