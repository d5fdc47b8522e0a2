package org.jielian.foundation.notices;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.foundation.problems.Text;

/** Which notices wait for their mail, and what became of the mails; the notice's own row is the queue. */
@Singleton
class MailQueue {
    static final int BATCH = 50;

    @Inject
    EntityManager em;

    @Inject
    InTheNameOf inTheNameOf;

    @Inject
    MailConfig config;

    @Inject
    Instance<Mailboxes> mailboxes;

    @Inject
    Clock clock;

    /** A notice on its way out; {@code address} is {@code null} where the recipient gave none. */
    record Letter(long id, int attempt, String address, Text title, Text detail, String href) {}

    /** Whether notices go out by mail at all. */
    boolean isOn() {
        return config.host().filter(host -> !host.isBlank()).isPresent() && mailboxes.isResolvable();
    }

    /** Takes the oldest that wait; nobody else gets them. */
    List<Letter> take() {
        return asSystem(() -> {
            List<?> rows = em.createNativeQuery("""
                            update notice set mail_state = 'SENDING', mail_attempts = mail_attempts + 1, mail_at = :now
                            where id in (select id from notice where mail_state = 'WAITING' and mail_at <= :now
                                         order by mail_at, id limit %d for update skip locked)
                            returning id, mail_attempts, recipient, title_zh, title_en, detail_zh, detail_en, href""".formatted(BATCH))
                    .setParameter("now", now())
                    .getResultList();
            Map<String, String> addresses = mailboxes
                    .get()
                    .of(rows.stream()
                            .map(row -> (String) ((Object[]) row)[2])
                            .distinct()
                            .toList());
            List<Letter> letters = new ArrayList<>();
            for (Object row : rows) letters.add(letter((Object[]) row, addresses));
            return letters;
        });
    }

    private static Letter letter(Object[] r, Map<String, String> addresses) {
        return new Letter(
                ((Number) r[0]).longValue(),
                ((Number) r[1]).intValue(),
                addresses.get((String) r[2]),
                new Text((String) r[3], (String) r[4]),
                new Text((String) r[5], (String) r[6]),
                (String) r[7]);
    }

    void sent(Letter letter) {
        settle(letter, "SENT", clock.instant(), null);
    }

    void nobodyToWriteTo(Letter letter) {
        settle(letter, "NO_ADDRESS", clock.instant(), null);
    }

    /** It will be tried again later; {@code false} if that was the last attempt. */
    boolean failed(Letter letter, String failure) {
        boolean again = letter.attempt() <= config.retries().size();
        Instant next = again ? clock.instant().plus(config.retries().get(letter.attempt() - 1)) : clock.instant();
        settle(letter, again ? "WAITING" : "GIVEN_UP", next, failure);
        return again;
    }

    private void settle(Letter letter, String state, Instant at, String failure) {
        asSystem(() -> em.createNativeQuery("""
                        update notice set mail_state = :state, mail_at = :at, mail_failure = cast(:failure as text)
                        where id = :id and mail_state = 'SENDING'""")
                .setParameter("state", state)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setParameter("failure", failure)
                .setParameter("id", letter.id())
                .executeUpdate());
    }

    /** Gives up those that a process took and never finished: nobody knows whether they were sent, and none is sent twice. */
    int giveUpAbandoned() {
        return asSystem(() -> em.createNativeQuery("""
                        update notice set mail_state = 'GIVEN_UP', mail_at = :now,
                            mail_failure = 'the process stopped while sending; it may have been sent'
                        where mail_state = 'SENDING' and mail_at < :before""")
                .setParameter("now", now())
                .setParameter("before", now().minus(config.abandoned()))
                .executeUpdate());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private <T> T asSystem(Callable<T> work) {
        try {
            return inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(work));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the mail queue could not be read or written", e);
        }
    }
}
