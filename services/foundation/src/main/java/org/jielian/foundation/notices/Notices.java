package org.jielian.foundation.notices;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.Session;
import org.jielian.contracts.BusinessTime;
import org.jielian.foundation.access.Person;

/** Tells nodes what they need to know. A notice is part of the change that causes it: both commit, or neither does. */
@Singleton
public class Notices {
    // A conflict is left to the table's only other constraint: naming it would ask for the right to read the
    // recipient's rows,
    // which somebody who tells upwards does not have.
    private static final String TELL = """
            insert into notice (recipient, cause, subject, title_zh, title_en, detail_zh, detail_en, href,
                                day, told_at, told_by, told_by_node, mail_state, mail_at)
            select n.*, ?, ?, ?, ?, ?, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as n
            on conflict do nothing""";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Person person;

    @Inject
    MailQueue mail;

    /**
     * Tells a node above or below the caller, in the caller's transaction.
     *
     * @return {@code false} if it was told the same cause about the same subject today (in China) already; nothing happens then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean tell(Notice notice) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement tell = connection.prepareStatement(TELL)) {
                bind(connection, tell, List.of(notice));
                return tell.executeUpdate() == 1;
            }
        });
    }

    /**
     * Tells many nodes at or below the caller in one round trip.
     *
     * @return the recipients that were told; those left out knew it since earlier today
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<String> tellBelow(List<Notice> notices) {
        if (notices.isEmpty()) return Set.of();
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement tell = connection.prepareStatement(TELL + " returning recipient")) {
                bind(connection, tell, notices);
                Set<String> told = new HashSet<>();
                try (var rows = tell.executeQuery()) {
                    while (rows.next()) told.add(rows.getString(1));
                }
                return told;
            }
        });
    }

    /** When and by whom somebody was told; {@code byNode} is {@code null} for the system and the operator. */
    public record Told(Instant at, String by, String byNode) {}

    /** When nodes at or below the caller were last told a cause, by subject; what they never were is absent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Told> lastTold(String cause, Collection<String> subjects) {
        Map<String, Told> last = new HashMap<>();
        if (subjects.isEmpty()) return last;
        for (Object row : em.createNativeQuery("""
                        select distinct on (subject) subject, told_at, told_by, told_by_node from notice
                        where cause = :cause and subject in (:subjects) order by subject, id desc""")
                .setParameter("cause", cause)
                .setParameter("subjects", subjects)
                .getResultList()) {
            Object[] r = (Object[]) row;
            last.put((String) r[0], new Told((Instant) r[1], (String) r[2], (String) r[3]));
        }
        return last;
    }

    private void bind(Connection connection, PreparedStatement tell, List<Notice> notices) throws SQLException {
        var now = clock.instant();
        tell.setObject(1, LocalDate.ofInstant(now, BusinessTime.ZONE));
        tell.setObject(2, now.atOffset(ZoneOffset.UTC));
        tell.setString(3, person.name());
        tell.setString(4, person.node());
        tell.setString(5, mail.isOn() ? "WAITING" : "OFF");
        tell.setObject(6, mail.isOn() ? now.atOffset(ZoneOffset.UTC) : null, Types.TIMESTAMP_WITH_TIMEZONE);
        List<Function<Notice, String>> columns = List.of(
                Notice::recipient,
                Notice::cause,
                Notice::subject,
                n -> n.title().zh(),
                n -> n.title().en(),
                n -> n.detail().zh(),
                n -> n.detail().en(),
                Notice::href);
        for (int i = 0; i < columns.size(); i++) tell.setArray(7 + i, column(connection, notices, columns.get(i)));
    }

    private static Array column(Connection connection, List<Notice> notices, Function<Notice, String> value)
            throws SQLException {
        return connection.createArrayOf("text", notices.stream().map(value).toArray());
    }
}
