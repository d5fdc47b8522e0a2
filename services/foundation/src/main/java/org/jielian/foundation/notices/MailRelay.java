package org.jielian.foundation.notices;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jielian.foundation.notices.MailQueue.Letter;

/** Sends one mail for each notice, after it was told; a mail server that is away delays mails and nothing else. */
@Singleton
class MailRelay {
    private static final Logger LOG = Logger.getLogger(MailRelay.class);
    private static final long AFTER_FAILURE_MILLIS = 5000;

    @Inject
    MailQueue queue;

    @Inject
    MailConfig config;

    @Inject
    Mailer mailer;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread;

    void start(@Observes StartupEvent started) {
        if (!queue.isOn()) return;
        thread = new Thread(this::run, "notice-mail");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping.countDown();
        if (thread != null) thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void run() {
        boolean stopped = false;
        while (!stopped) {
            long pause = config.every().toMillis();
            try {
                if (sendBatch() == MailQueue.BATCH) pause = 0;
            } catch (RuntimeException e) {
                // what waits is still in the table: the database will be back
                LOG.errorf(e, "notices could not be sent by mail, will try again");
                pause = AFTER_FAILURE_MILLIS;
            }
            stopped = stopsWithin(pause);
        }
    }

    private boolean stopsWithin(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private int sendBatch() {
        int lost = queue.giveUpAbandoned();
        if (lost > 0) LOG.warnf("mails given up because a process stopped while sending count=%d", lost);
        List<Letter> letters = queue.take();
        for (Letter letter : letters) send(letter);
        return letters.size();
    }

    private void send(Letter letter) {
        if (letter.address() == null) {
            queue.nobodyToWriteTo(letter);
            return;
        }
        try {
            mailer.send(mail(letter));
        } catch (RuntimeException e) {
            boolean again = queue.failed(letter, String.valueOf(e.getMessage()));
            LOG.warnf(
                    "mail failed notice=%d attempt=%d again=%s cause=%s",
                    letter.id(), letter.attempt(), again, e.getMessage());
            return;
        }
        queue.sent(letter);
    }

    private Mail mail(Letter letter) {
        String link = config.portal().resolve(letter.href()).toString();
        String text = "%s\n\n%s\n\n%s\n\n--\n%s\n\n%s\n\n%s\n"
                .formatted(
                        letter.title().zh(),
                        letter.detail().zh(),
                        link,
                        letter.title().en(),
                        letter.detail().en(),
                        link);
        return Mail.withText(letter.address(), "【节链】" + letter.title().zh(), text)
                // the same for every attempt: a server that took a mail and lost the line can tell that it has it
                // already
                .addHeader(
                        "Message-ID",
                        "<%s-notice-%d@%s>"
                                .formatted(service, letter.id(), config.portal().getHost()));
    }
}
