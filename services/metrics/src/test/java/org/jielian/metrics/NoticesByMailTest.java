package org.jielian.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jielian.contracts.ContactState;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.Text;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(MailServerPort.class)
class NoticesByMailTest {
    private static final String ADDRESS = "school@example.org";

    @Inject
    Notices notices;

    @Inject
    InTheNameOf inTheNameOf;

    @Inject
    EntityManager em;

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private GreenMail server;

    @BeforeEach
    void somebodyWithAnAddress() {
        Chain331102.tell();
        Facts.tell(
                ContactState.TOPIC, Chain331102.SCHOOL, new ContactState(Chain331102.SCHOOL, 1, "王敏", ADDRESS, null));
        soon(() -> assertThat(rows("select email from known_contact where node_code = '" + Chain331102.SCHOOL + "'"))
                .hasSize(1));
    }

    @AfterEach
    void noServer() {
        if (server != null) server.stop();
    }

    private void serverStarts() {
        server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    private static void soon(org.awaitility.core.ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(holds);
    }

    private List<?> rows(String sql) {
        try {
            return inTheNameOf.system(() -> QuarkusTransaction.requiringNew()
                    .call(() -> em.createNativeQuery(sql).getResultList()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Tells somebody something and says what about. */
    private String tell(String recipient) throws Exception {
        String subject = UUID.randomUUID().toString();
        var notice = new Notice(
                recipient,
                "REPORT_RETURNED",
                subject,
                Text.of("2025年6月报表被退回 %s", "The report of 2025-06 was sent back %s", subject),
                Text.of("用电量有误", "The electricity is wrong"),
                "/unit/" + recipient + "?month=2025-06");
        inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(() -> notices.tell(notice)));
        return subject;
    }

    private String state(String subject) {
        return (String) rows("select mail_state from notice where subject = '" + subject + "'")
                .get(0);
    }

    private List<MimeMessage> mails(String subject) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> subjectOf(mail).contains(subject))
                .toList();
    }

    private static String subjectOf(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private void staysAtOneMail(String subject) {
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> mails(subject).size() == 1);
    }

    @Test
    void goOutOnceInBothLanguagesWithALink() throws Exception {
        serverStarts();
        String subject = tell(Chain331102.SCHOOL);
        soon(() -> assertThat(mails(subject)).hasSize(1));
        MimeMessage mail = mails(subject).get(0);
        assertThat(mail.getAllRecipients()[0].toString()).isEqualTo(ADDRESS);
        assertThat(mail.getHeader("Message-ID")).hasSize(1);
        assertThat(mail.getHeader("Message-ID")[0]).startsWith("<metrics-notice-");
        assertThat((String) mail.getContent())
                .contains("用电量有误", "The electricity is wrong", "/unit/" + Chain331102.SCHOOL + "?month=2025-06");
        soon(() -> assertThat(state(subject)).isEqualTo("SENT"));
        staysAtOneMail(subject);
    }

    @Test
    void waitForAServerThatIsAway() throws Exception {
        String subject = tell(Chain331102.SCHOOL);
        soon(() -> assertThat(
                        rows("select 1 from notice where mail_attempts = 1 and mail_state = 'WAITING' and subject = '"
                                + subject + "'"))
                .isNotEmpty());
        serverStarts();
        soon(() -> assertThat(mails(subject)).hasSize(1));
        staysAtOneMail(subject);
        assertThat(state(subject)).isEqualTo("SENT");
    }

    @Test
    void areGivenUpAfterTheLastAttemptAndThatIsRecorded() throws Exception {
        String subject = tell(Chain331102.SCHOOL);
        soon(() -> assertThat(state(subject)).isEqualTo("GIVEN_UP"));
        Object[] row =
                (Object[]) rows("select mail_attempts, mail_failure from notice where subject = '" + subject + "'")
                        .get(0);
        assertThat(row[0]).isEqualTo(4);
        assertThat((String) row[1]).containsIgnoringCase("connection");
    }

    @Test
    void goNowhereWithoutAnAddress() throws Exception {
        String subject = tell(Chain331102.HOSPITAL);
        soon(() -> assertThat(state(subject)).isEqualTo("NO_ADDRESS"));
    }

    @Test
    void areNotSentAgainWhenNobodyKnowsWhetherTheyWere() throws Exception {
        serverStarts();
        String subject = tell(Chain331102.HOSPITAL);
        soon(() -> assertThat(state(subject)).isEqualTo("NO_ADDRESS"));
        inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(() -> em.createNativeQuery(
                        "update notice set mail_state = 'SENDING', mail_at = now() - interval '1 hour' where subject = '"
                                + subject + "'")
                .executeUpdate()));
        soon(() -> assertThat(state(subject)).isEqualTo("GIVEN_UP"));
        assertThat(mails(subject)).isEmpty();
    }
}
