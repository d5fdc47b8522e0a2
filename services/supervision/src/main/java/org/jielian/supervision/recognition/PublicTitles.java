package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;

/** The public part of titles and nothing else of them. */
@Singleton
class PublicTitles {
    private static final int MOST = 1000;

    @Inject
    Titles titles;

    @Inject
    EntityManager em;

    /** An agency proposed for the title; {@code until} is {@code null} while an objection is being looked into. */
    record Proposed(String unit, String region, int year, LocalDate from, LocalDate until) {}

    record Notices(List<Proposed> items) {}

    /** A certificate; {@code holds} says whether the title holds now, {@code suspended} that it rests during a rectification. */
    record Certificate(
            String number,
            String unit,
            String region,
            LocalDate recognisedOn,
            boolean holds,
            boolean suspended,
            State state) {}

    @Transactional
    Notices notices() {
        return new Notices(
                titles.all("where state = 'PUBLIC_NOTICE' order by province, unit_code limit " + MOST).stream()
                        .map(Titles.Kept::title)
                        .map(t -> new Proposed(
                                t.unitName,
                                name(t.regionCode),
                                t.year,
                                t.noticeFrom,
                                t.isPaused() ? null : t.noticeUntil))
                        .toList());
    }

    @Transactional
    Certificate certificate(String number, String code) {
        Title title = titles.one("where number = ?1", number)
                .map(Titles.Kept::title)
                .filter(t -> code != null && sameCode(t.checkCode, code))
                .orElseThrow(() -> TitleProblem.NO_TITLE.because(
                        "没有编号与校验码相符的证书", "there is no certificate with this number and code"));
        return new Certificate(
                title.number,
                title.unitName,
                name(title.regionCode),
                title.recognisedOn,
                title.state.holdsTitle(),
                title.state == State.RECTIFYING,
                title.state);
    }

    /** Takes the same time however much of it is right. */
    private static boolean sameCode(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8),
                other.strip().toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private String name(String region) {
        List<?> names = em.createNativeQuery("select name from known_region where code = ?1")
                .setParameter(1, region)
                .getResultList();
        return names.isEmpty() ? region : (String) names.get(0);
    }
}
