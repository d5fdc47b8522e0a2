package org.jielian.supervision.standards;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Adoption;
import org.jielian.contracts.StandardPackage;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.supervision.standards.Drafts.Draft;

/** A tier works on its own standard until it releases it. Only sound packages are kept, so that a draft can be compared and tried. */
@Singleton
public class Drafting {
    @Inject
    Drafts drafts;

    @Inject
    Releases releases;

    @Inject
    Issuing issuing;

    @Inject
    Shipped shipped;

    @Inject
    Access access;

    @Inject
    AuditTrail audit;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * Begins a draft of a region's standard.
     *
     * @param body what it says; {@code null} to begin with the latest release, or else with the shipped standard
     */
    @Transactional
    Draft begin(String region, String standardCode, DraftBody body) {
        String path = access.requireActs(region);
        requireIssuer(region, standardCode);
        DraftBody first = body == null ? from(region, standardCode) : body;
        requireSound(first);
        Draft draft = new Draft(UUID.randomUUID(), region, standardCode, 1, first, clock.instant(), person.name());
        drafts.add(draft, path);
        audit.record("DRAFTED", "draft/" + draft.id(), path, null, first, null);
        return draft;
    }

    /** A region is the issuer of a standard, or gets it from above; never both. */
    private void requireIssuer(String region, String standardCode) {
        if (standardCode == null || !standardCode.matches("[A-Z][A-Z0-9]{1,11}")) {
            throw CommonProblem.INVALID.because(
                    "标准代码应为 2 至 12 个大写字母或数字", "the code of a standard has 2 to 12 capitals or digits");
        }
        List<ReleaseState> own = releases.of(region, standardCode);
        if (!own.isEmpty() && own.get(own.size() - 1).basis() != null) {
            throw StandardProblem.NOT_THE_ISSUER.because(
                    "%s 由上级制定，%s 只能确认或本地化", "%s is issued above; %s may confirm or localise it", standardCode, region);
        }
    }

    private DraftBody from(String region, String standardCode) {
        List<ReleaseState> own = releases.of(region, standardCode);
        if (!own.isEmpty()) {
            ReleaseState last = own.get(own.size() - 1);
            return new DraftBody(last.name(), last.legalBasis(), null, null, null, last.transition(), last.content());
        }
        return shipped.standard().draft();
    }

    private static void requireSound(DraftBody body) {
        List<Defect> defects = body.defects();
        if (!defects.isEmpty()) throw StandardProblem.INVALID_PACKAGE.at(defects);
    }

    @Transactional
    List<Draft> of(String region) {
        access.requireSees(region);
        return drafts.of(region);
    }

    /** The draft, for whoever sees its region. */
    @Transactional
    public Draft look(UUID id) {
        Draft draft = drafts.require(id);
        access.requireSees(draft.regionCode());
        return draft;
    }

    @Transactional
    Draft change(UUID id, DraftBody body, Long expected) {
        Draft draft = toActOn(id, expected);
        requireSound(body);
        return keep(draft, body);
    }

    /** The package of a file takes the place of the draft's. */
    @Transactional
    Draft replaceContent(UUID id, StandardPackage content, Long expected) {
        Draft draft = toActOn(id, expected);
        DraftBody body = draft.body().with(content);
        requireSound(body);
        return keep(draft, body);
    }

    private Draft keep(Draft draft, DraftBody body) {
        if (Objects.equals(draft.body(), body)) return draft;
        Draft changed = draft.changed(body, clock.instant(), person.name());
        drafts.change(changed);
        audit.record(
                "DRAFT_CHANGED",
                "draft/" + draft.id(),
                access.requireSees(draft.regionCode()),
                draft.body(),
                body,
                null);
        return changed;
    }

    @Transactional
    void discard(UUID id, Long expected) {
        Draft draft = toActOn(id, expected);
        drafts.remove(draft);
        audit.record(
                "DRAFT_DISCARDED",
                "draft/" + draft.id(),
                access.requireSees(draft.regionCode()),
                draft.body(),
                null,
                null);
    }

    /** The draft becomes a release, which never changes again, and goes its way down. */
    @Transactional
    ReleaseState release(UUID id, Long expected) {
        Draft draft = toActOn(id, expected);
        String region = draft.regionCode();
        releases.hold(region);
        requireIssuer(region, draft.standardCode());
        DraftBody body = draft.body();
        List<ReleaseState> others = releases.of(region, draft.standardCode());
        List<Defect> defects = issuing.datesOf(body, others);
        if (!defects.isEmpty()) throw StandardProblem.INVALID_TERMS.at(defects);
        requireNoOverlap(body, others);
        Integer replaces = body.replaces() != null
                ? body.replaces()
                : others.isEmpty() ? null : others.get(others.size() - 1).number();
        ReleaseState release = issuing.issue(new Issuing.Terms(
                region,
                draft.standardCode(),
                body.name(),
                body.legalBasis(),
                null,
                null,
                replaces,
                body.replaces() != null,
                body.effectiveFrom(),
                body.adoptBy(),
                body.transition(),
                Adoption.ORIGIN,
                List.of(),
                Map.of(),
                body.content()));
        drafts.remove(draft);
        return release;
    }

    /** Two releases never wait for one day in the wrong order: what is planned for later has to be replaced by name. */
    private void requireNoOverlap(DraftBody body, List<ReleaseState> others) {
        requireNotBeforeWhatHolds(body, others);
        for (ReleaseState other : others) {
            boolean replaced = body.replaces() != null && body.replaces() == other.number();
            if (issuing.isAhead(other) && !replaced && !other.effectiveFrom().isBefore(body.effectiveFrom())) {
                throw StandardProblem.OVERLAPPING.because(
                        "第 %s 号版本自 %s 起生效，不早于 %s；请注明取代它（replaces）",
                        "release %s takes effect on %s, not before %s; name it to replace it (replaces)",
                        other.number(),
                        other.effectiveFrom(),
                        body.effectiveFrom());
            }
        }
    }

    /** A release dated back further than the one in force would be overtaken by that one and never judge anything. */
    private void requireNotBeforeWhatHolds(DraftBody body, List<ReleaseState> others) {
        others.stream()
                .filter(r -> r.status() == ReleaseState.Status.ISSUED && !issuing.isAhead(r))
                .filter(r -> body.effectiveFrom().isBefore(r.effectiveFrom()))
                .findFirst()
                .ifPresent(r -> {
                    throw StandardProblem.OVERLAPPING.because(
                            "第 %s 号版本自 %s 起生效，新版本不能追溯到更早",
                            "release %s holds since %s; a new one can't be dated back beyond that",
                            r.number(),
                            r.effectiveFrom());
                });
    }

    private Draft toActOn(UUID id, Long expected) {
        Draft draft = look(id);
        access.requireActs(draft.regionCode());
        if (expected != null && expected != draft.version()) {
            throw StandardProblem.CHANGED_MEANWHILE.because(
                    "您看到的是第 %s 版，现在是第 %s 版（%s 修改）",
                    "you saw version %s, it is now version %s, changed by %s",
                    expected,
                    draft.version(),
                    draft.changedBy());
        }
        return draft;
    }
}
