package org.jielian.supervision.cascade;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.AdoptionState.Answer;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Adoption;
import org.jielian.contracts.ReleaseState.Edit;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.ProblemException.FieldError;
import org.jielian.foundation.problems.Text;
import org.jielian.supervision.standards.CarryingOver.Carried;
import org.jielian.supervision.standards.Issuing;
import org.jielian.supervision.standards.Localising;
import org.jielian.supervision.standards.Localising.Localised;
import org.jielian.supervision.standards.Releases;
import org.jielian.supervision.standards.StandardProblem;

/** What people of a region do with a release of the tier above: open it, confirm it, localise it. */
@Singleton
class Answering {
    @Inject
    Adoptions adoptions;

    @Inject
    Releases releases;

    @Inject
    Carrying carrying;

    @Inject
    OwnReleases own;

    @Inject
    Issuing issuing;

    @Inject
    Holds holds;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * When the region's own release takes effect and when those below have to answer.
     *
     * @param effectiveFrom not after the day the tier above set; {@code null} for that day
     * @param adoptBy {@code null} to give as many days as the tier above gave
     */
    record Dates(LocalDate effectiveFrom, LocalDate adoptBy) {}

    @Transactional
    AdoptionState look(String region, String release) {
        access.requireSees(region);
        return adoptions.require(region, release);
    }

    /** Somebody of the region has opened it; only the first time counts. */
    @Transactional
    AdoptionState read(String region, String release) {
        AdoptionState adoption = toActOn(region, release);
        if (adoption.readAt() != null) return adoption;
        return keep(Steps.read(adoption, clock.instant(), person.name()));
    }

    /** The region takes it as it is, with what it made stricter before as far as it still is; open conflicts are settled by that. */
    @Transactional
    AdoptionState confirm(String region, String key, Dates dates) {
        AdoptionState adoption = toAnswer(region, key);
        ReleaseState release = releases.require(key);
        if (adoption.answer() == Answer.INHERITED) {
            return keep(Steps.answered(adoption, Answer.CONFIRMED, adoption.own(), 0, clock.instant(), person.name()));
        }
        if (adoption.answer() != Answer.OPEN) throw answeredAlready(adoption);
        check(release, dates);
        Carried carried = carrying.to(release, region);
        ReleaseState issued = own.issue(
                region,
                release,
                Adoption.CONFIRMED,
                carried.content(),
                carried.kept(),
                dates.effectiveFrom(),
                dates.adoptBy());
        return answered(adoption, Answer.CONFIRMED, issued);
    }

    /** What would come of edits and items of the region's own; nothing happens. */
    @Transactional
    Localised tryOut(String region, String key, List<Edit> edits, List<Item> items) {
        access.requireSees(region);
        adoptions.require(region, key);
        return Localising.by(releases.require(key).content(), edits, items, region);
    }

    /** The region makes it stricter, by edits and items of its own; what it made stricter before is replaced by these. */
    @Transactional
    AdoptionState localise(String region, String key, List<Edit> edits, List<Item> items, Dates dates) {
        toAnswer(region, key);
        ReleaseState release = releases.require(key);
        return localise(region, release, Localising.by(release.content(), edits, items, region), dates);
    }

    /** The same by a whole package, as a file states it. */
    @Transactional
    AdoptionState localise(String region, String key, StandardPackage content, Dates dates) {
        toAnswer(region, key);
        ReleaseState release = releases.require(key);
        return localise(region, release, Localising.of(release.content(), content, region), dates);
    }

    private AdoptionState localise(String region, ReleaseState release, Localised localised, Dates dates) {
        if (!localised.defects().isEmpty()) throw StandardProblem.NOT_TIGHTER.at(localised.defects());
        check(release, dates);
        ReleaseState issued = own.issue(
                region,
                release,
                Adoption.LOCALISED,
                localised.content(),
                localised.edits(),
                dates.effectiveFrom(),
                dates.adoptBy());
        return answered(adoptions.require(region, release.key()), Answer.LOCALISED, issued);
    }

    private AdoptionState answered(AdoptionState adoption, Answer answer, ReleaseState issued) {
        AdoptionState answered = Steps.answered(adoption, answer, issued.key(), 0, clock.instant(), person.name());
        boolean inForce = !issued.effectiveFrom().isAfter(issuing.today());
        return keep(inForce ? Steps.applied(answered, clock.instant()) : answered);
    }

    private AdoptionState keep(AdoptionState adoption) {
        adoptions.tell(adoption);
        return adoption;
    }

    private AdoptionState toActOn(String region, String release) {
        access.requireActs(region);
        holds.requireNotHeld(region);
        releases.hold(region);
        return adoptions.require(region, release);
    }

    private AdoptionState toAnswer(String region, String key) {
        AdoptionState adoption = toActOn(region, key);
        if (adoption.answer() == Answer.VOID) {
            throw CascadeProblem.VOID.because("%s 已被取代或撤回", "%s was superseded or withdrawn", key);
        }
        requireLatest(region, releases.require(key));
        return adoption;
    }

    /** What is answered later would otherwise be followed by what was answered before. */
    private void requireLatest(String region, ReleaseState release) {
        for (Releases.Head other : releases.headsOf(release.regionCode(), release.standardCode())) {
            boolean later = other.number() > release.number() && other.status() == ReleaseState.Status.ISSUED;
            if (later
                    && adoptions
                            .find(region, other.key())
                            .filter(a -> a.own() != null)
                            .isPresent()) {
                throw CascadeProblem.ANSWERED_LATER_ONE.because(
                        "%s 已答复，请在其上本地化", "%s is answered; localise that one", other.key());
            }
        }
    }

    private static ProblemException answeredAlready(AdoptionState adoption) {
        return CascadeProblem.ANSWERED_ALREADY.because(
                "%s 已于 %s 答复：%s",
                "%s was answered at %s: %s", adoption.release(), adoption.answeredAt(), adoption.answer());
    }

    /** A region may bring dates forward and never put them off. */
    private void check(ReleaseState release, Dates dates) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate today = issuing.today();
        LocalDate from = dates.effectiveFrom();
        if (from != null && (from.isAfter(release.effectiveFrom()) || from.isBefore(today))) {
            errors.add(new FieldError(
                    "effectiveFrom",
                    Text.of(
                            "应在今天与上级生效日 %s 之间",
                            "should lie between today and %s, the day set above", release.effectiveFrom())));
        }
        LocalDate by = dates.adoptBy();
        LocalDate effective = from == null ? release.effectiveFrom() : from;
        if (by != null && !issuing.isDayToAnswer(by, effective)) {
            errors.add(new FieldError(
                    "adoptBy", Text.of("应在今天与生效日之间", "should lie between today and the day it takes effect")));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CascadeProblem.INVALID_DATES,
                    Text.of("有 %s 处需要更正", "%s places need correction", errors.size()),
                    errors);
        }
    }
}
