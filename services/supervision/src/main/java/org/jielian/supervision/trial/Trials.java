package org.jielian.supervision.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jielian.contracts.StandardPackage;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Text;
import org.jielian.supervision.cascade.Carrying;
import org.jielian.supervision.standards.Drafting;
import org.jielian.supervision.standards.Releases;
import org.jielian.supervision.trial.Attempt.Counted;
import org.jielian.supervision.trial.Change.Effect;

/** Trials of drafts, kept until the draft is tried again, released or discarded; and what a release from above would do to a region. */
@Singleton
class Trials {
    private static final String CHANGES = """
             from trial_change where draft_id = ?1 and year = ?2 and (cast(?3 as text) is null or ?3 = any(lineage))
              and (cast(?4 as text) is null or indicator = ?4) and (cast(?5 as text) is null or effect = ?5)""";

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    Drafting drafting;

    @Inject
    Releases releases;

    @Inject
    Carrying carrying;

    @Inject
    Trying trying;

    @Inject
    TrialRecords records;

    @Inject
    TrialConfig config;

    @Inject
    Access access;

    /** How far a trial has come. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A trial.
     *
     * @param draftVersion of the draft that was tried
     * @param outdated whether the draft was changed since
     * @param total units there are to look at; {@code null} in the first moment
     * @param looked units looked at so far
     * @param units units that had reports and were evaluated so far
     * @param summary empty until it is done
     * @param failure why it failed; {@code null} unless it did
     * @param triedAt when it was begun
     * @param finishedAt {@code null} while it runs
     */
    record View(
            UUID draft,
            long draftVersion,
            boolean outdated,
            int year,
            State state,
            Integer total,
            int looked,
            int units,
            List<Affected> summary,
            Text failure,
            Instant triedAt,
            String triedBy,
            Instant finishedAt) {}

    /** What a release from above would do to a region: who would newly fail there. */
    record Effects(int year, List<Affected> summary, List<Change> items) {}

    /** The last trial of the draft on that year, which may still be running. */
    @Transactional
    View of(UUID id, int year) {
        return records.find(drafting.look(id), year)
                .orElseThrow(() ->
                        CommonProblem.NOT_FOUND.because("草稿尚未按 %s 年数据试算", "the draft has not been tried on %s", year));
    }

    private void requireDone(View trial) {
        if (trial.state() == State.DONE) return;
        throw TrialProblem.NOT_READY.because("试算状态为 %s", "the trial is %s", trial.state());
    }

    @Transactional
    Page<Change> changes(UUID id, int year, String region, String indicator, String effect, String cursor, int limit) {
        requireDone(of(id, year));
        Cursor after = Cursor.decode(cursor);
        List<?> rows = parameters(
                        em.createNativeQuery("select place, cast(body as text)" + CHANGES
                                + " and place > ?6 order by place limit ?7"),
                        id,
                        year,
                        region,
                        indicator,
                        effect)
                .setParameter(6, place(after))
                .setParameter(7, limit + 1)
                .getResultList();
        boolean more = rows.size() > limit;
        if (more) rows = rows.subList(0, limit);
        String next = more ? new Cursor("", ((Object[]) rows.get(limit - 1))[0].toString()).encoded() : null;
        long total = ((Number) parameters(
                                em.createNativeQuery("select count(*)" + CHANGES), id, year, region, indicator, effect)
                        .getSingleResult())
                .longValue();
        List<Change> items =
                rows.stream().map(row -> read((String) ((Object[]) row)[1])).toList();
        return new Page<>(items, next, total);
    }

    private static int place(Cursor after) {
        if (after == null) return 0;
        try {
            return Integer.parseInt(after.code());
        } catch (NumberFormatException e) {
            throw CommonProblem.INVALID.because("cursor 无效：%s", "the cursor is not one of ours: %s", after.code());
        }
    }

    private static Query parameters(Query query, UUID id, int year, String region, String indicator, String effect) {
        return query.setParameter(1, id)
                .setParameter(2, year)
                .setParameter(3, region)
                .setParameter(4, indicator)
                .setParameter(5, effect);
    }

    /** For a release from above as it would hold in the region if nothing is added to it. */
    @Transactional
    Effects effects(String region, String release, int year) {
        String path = access.requireSees(region);
        var above = releases.require(release);
        StandardPackage content =
                carrying.to(above.content(), above.standardCode(), region).content();
        Attempt attempt = trying.begin(region, path, above.standardCode(), content, year);
        List<Change> newlyAbove = new ArrayList<>();
        while (!attempt.isOver()) {
            attempt.next(config.chunk()).changes().stream()
                    .map(Counted::change)
                    .filter(change -> change.effect() == Effect.NEWLY_ABOVE)
                    .forEach(newlyAbove::add);
        }
        return new Effects(year, attempt.summary(), newlyAbove);
    }

    private Change read(String value) {
        try {
            return json.readValue(value, Change.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept trial that can't be read", e);
        }
    }
}
