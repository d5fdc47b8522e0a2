package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
    Judging judging;

    /** An agency proposed for the title; {@code until} is {@code null} while an objection is being looked into. */
    record Proposed(
            String unit,
            String region,
            String province,
            int year,
            LocalDate from,
            LocalDate until,
            String release,
            String coefficientSet) {}

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

    /** @param region of whose units, and of those below it; {@code null} for all */
    @Transactional
    Notices notices(String region) {
        return new Notices(titles
                .all(
                        "where state = 'PUBLIC_NOTICE' and strpos(path, ?1) > 0 order by province, unit_code limit "
                                + MOST,
                        region == null ? "/" : "/" + region + "/")
                .stream()
                .map(Titles.Kept::title)
                .map(this::proposed)
                .toList());
    }

    private Proposed proposed(Title t) {
        Judging.Standard standard = judging.of(t);
        return new Proposed(
                t.unitName,
                titles.nameOf(t.regionCode),
                titles.nameOf(t.province),
                t.year,
                t.noticeFrom,
                t.isPaused() ? null : t.noticeUntil,
                standard.release(),
                standard.content().coefficientSet());
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
                titles.nameOf(title.regionCode),
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
}
