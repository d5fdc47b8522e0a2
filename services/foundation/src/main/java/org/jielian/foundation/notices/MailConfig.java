package org.jielian.foundation.notices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether and how notices go out by mail. How the mail server is spoken to stands in {@code quarkus.mailer}. */
@ConfigMapping(prefix = "notices.mail")
interface MailConfig {
    /** The mail server; without one nothing is sent, and notices told meanwhile are not sent later either. */
    Optional<String> host();

    /** Where people open the portal; links in mails begin with it. */
    @WithDefault("http://localhost:8080")
    URI portal();

    /** How long to wait after each failure before the next attempt; after the last one the mail is given up. */
    @WithDefault(
            "1m,5m,30m,2h,8h") // a mail server is usually back within a working day, and an older notice says nothing
    // new
    List<Duration> retries();

    /** How often new notices are looked for. */
    @WithDefault("2s")
    Duration every();

    /** After how long a mail whose sending nobody finished counts as lost with the process that sent it. */
    @WithDefault("15m")
    Duration abandoned();
}
