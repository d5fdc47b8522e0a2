package org.jielian.foundation.paging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jielian.foundation.problems.CommonProblem;

/**
 * A filtered list that is read page by page, or whole for a file. A page begins after the place and key of the last row before it, so
 * that rows which come or go meanwhile neither repeat nor hide others. Who sees which rows is left to the filter and to row-level
 * security.
 */
public final class Listing {
    /** More rows than anybody reads; a file of them would have to be held in memory. */
    private static final int MOST_ROWS = 100_000;

    private final EntityManager em;
    private final String with;
    private final String columns;
    private final String from;
    private final Order order;
    private final Map<String, Object> values = new HashMap<>();

    private Listing(EntityManager em, String with, String columns, String from, Order order) {
        this.em = em;
        this.with = with;
        this.columns = columns;
        this.from = from;
        this.order = order;
    }

    /**
     * A list.
     *
     * @param columns what a row is made of
     * @param from where from, with joins and with a {@code where}; parameters are named
     */
    public static Listing of(EntityManager em, String columns, String from, Order order) {
        return of(em, "", columns, from, order);
    }

    /** A list out of what {@code with} expressions say, which stand before it. */
    public static Listing of(EntityManager em, String with, String columns, String from, Order order) {
        return new Listing(em, with + " ", columns, from, order);
    }

    /** A parameter of the filter; {@code null} where the SQL says its type by a cast. */
    public Listing set(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** One page; the row is handed over with its columns in the order given. */
    public <T> Page<T> page(ListQuery asked, Function<Object[], T> row) {
        return page(asked.cursor, asked.limit, row);
    }

    /** One page, of a list that is asked nothing else. */
    public <T> Page<T> page(String cursor, Integer asked, Function<Object[], T> row) {
        return pageOf(cursor, asked, rows -> rows.stream().map(row).toList());
    }

    /** One page, whose rows need each other, or something that is better fetched for all of them at once. */
    public <T> Page<T> pageOf(String cursor, Integer asked, Function<List<Object[]>, List<T>> lines) {
        int limit = Page.limit(asked);
        List<Object[]> rows = rows(order.decode(cursor), limit + 1);
        String next = null;
        if (rows.size() > limit) {
            rows = rows.subList(0, limit);
            Object[] last = rows.get(limit - 1);
            next = new Cursor((String) last[last.length - 2], (String) last[last.length - 1]).encoded();
        }
        return new Page<>(lines.apply(rows), next, count());
    }

    /**
     * All rows.
     *
     * @throws org.jielian.foundation.problems.ProblemException INVALID if there are more than a file may have
     */
    public <T> List<T> all(Function<Object[], T> row) {
        List<Object[]> rows = rows(null, MOST_ROWS + 1);
        if (rows.size() > MOST_ROWS) {
            throw CommonProblem.INVALID.because(
                    "超过 %s 行，请先缩小范围再下载", "there are more than %s rows, ask for fewer of them", MOST_ROWS);
        }
        return rows.stream().map(row).toList();
    }

    private long count() {
        return ((Number) bind(with + "select count(*) " + from).getSingleResult()).longValue();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(Cursor after, int most) {
        String beyond = after == null ? "" : " and " + order.beyond();
        Query query = bind(with + "select " + columns + ", " + order.columns() + " " + from + beyond + order.clause());
        if (after != null) query.setParameter("after", after.after()).setParameter("afterKey", after.code());
        return query.setMaxResults(most).getResultList();
    }

    private Query bind(String sql) {
        Query query = em.createNativeQuery(sql);
        values.forEach(query::setParameter);
        return query;
    }
}
