package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.supervision.drawing.Draw;

/**
 * Which of the applications under review are visited on site. Units are ordered by the SHA-256 of seed, slash and unit code, and the first
 * ones are drawn: whoever has the seed and the list draws the same.
 */
@Singleton
class Sampling {
    @Inject
    Titles titles;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    RecognitionConfig config;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** What was drawn, by which seed, of which units in the order in which they were listed. */
    record Sample(String regionCode, int percent, String seed, List<String> among, List<String> drawn) {}

    static List<String> draw(List<String> among, int percent, String seed) {
        int many = (among.size() * percent + 99) / 100;
        return Draw.of(among, many, seed);
    }

    /** Draws among those the region has under review and has not drawn among yet. */
    @Transactional
    Sample draw(String region, Integer percent, String seed) {
        access.requireActs(region);
        if (!region.equals(person.node())) throw access.outside(region);
        if (seed == null || seed.isBlank() || seed.length() > 64) {
            throw CommonProblem.INVALID.because("请给出 1 至 64 个字符的随机种子", "give a seed of 1 to 64 characters");
        }
        int least = least(region);
        int share = percent == null ? least : percent;
        if (share < least || share > 100) {
            throw CommonProblem.INVALID.because("抽查比例应为 %s 至 100", "the share is %s to 100 per cent", least);
        }
        List<Titles.Kept> open = titles
                .all(
                        "where holder = ?1 and state in ('CITY_REVIEW', 'PROVINCE_REVIEW') order by unit_code for update",
                        region)
                .stream()
                .filter(k -> k.title().drawn == null)
                .toList();
        if (open.isEmpty()) {
            throw TitleProblem.NOT_YET.because("没有待抽取的申报", "no application waits to be drawn among");
        }
        List<String> among = open.stream().map(k -> k.title().unitCode).toList();
        List<String> drawn = draw(among, share, seed);
        for (Titles.Kept kept : open) {
            kept.title().drawn = new Title.Drawn(region, drawn.contains(kept.title().unitCode), seed, clock.instant());
            titles.keep(
                    kept.title(),
                    kept.path(),
                    kept.title().drawn.visit() ? "DRAWN" : "NOT_DRAWN",
                    kept.title().state.name(),
                    null,
                    "seed " + seed + ", " + share + " %");
        }
        return new Sample(region, share, seed, among, drawn);
    }

    private int least(String region) {
        List<?> tiers = em.createNativeQuery("select tier from known_region where code = ?1")
                .setParameter(1, region)
                .getResultList();
        if (tiers.contains("PROVINCE")) return config.provinceVisits();
        if (tiers.contains("CITY")) return config.cityVisits();
        throw CommonProblem.INVALID.because("只有市级复核和省级认定抽取现场核查", "only cities and provinces draw site visits");
    }

    /** Somebody of the reviewing region was there. */
    @Transactional
    Title visited(UUID id, LocalDate on, String found) {
        Titles.Kept kept = titles.hold(id);
        Title title = kept.title();
        if (!title.state.isReview()) {
            throw TitleProblem.NOT_A_STEP.because(
                    "“%s”状态下不能记录核查", "a visit can't be recorded in state %s", title.state);
        }
        if (!Objects.equals(person.node(), title.holder)) {
            throw CommonProblem.FORBIDDEN.because("目前由 %s 办理", "%s holds it now", title.holder);
        }
        if (on == null || on.isAfter(LocalDate.now(clock)) || Recognising.blank(found)) {
            throw CommonProblem.INVALID.because(
                    "请填写核查日期（不晚于今天）和核查情况", "give the day, today at the latest, and what was found");
        }
        title.visits.add(new Title.Visit(title.holder, on, found, person.name(), clock.instant()));
        titles.keep(title, kept.path(), "VISITED", title.state.name(), null, found);
        return title;
    }
}
