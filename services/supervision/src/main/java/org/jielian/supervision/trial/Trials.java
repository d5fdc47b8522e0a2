package org.jielian.supervision.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jielian.contracts.StandardPackage;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Order;
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
             from trial_change where draft_id = :draft and year = :year and (cast(:region as text) is null or :region = any(lineage))
              and (cast(:indicator as text) is null or indicator = :indicator) and (cast(:effect as text) is null or effect = :effect)""";

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
    Page<Change> changes(
            UUID id, int year, String region, String indicator, String effect, String cursor, Integer limit) {
        requireDone(of(id, year));
        return Listing.of(em, "cast(body as text)", CHANGES, Order.byNumber("place", "cast(place as text)", false))
                .set("draft", id)
                .set("year", year)
                .set("region", region)
                .set("indicator", indicator)
                .set("effect", effect)
                .page(cursor, limit, row -> read((String) row[0]));
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
