package org.jielian.supervision.standards;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Adoption;
import org.jielian.contracts.ReleaseState.Edit;
import org.jielian.contracts.ReleaseState.Status;
import org.jielian.contracts.ReleaseState.Transition;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.CommonProblem;

/** Issues releases, and takes back those that are not in force yet. */
@Singleton
public class Issuing {
    @Inject
    Releases releases;

    @Inject
    AuditTrail audit;

    @Inject
    NodePaths paths;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * What a release is to say besides its number.
     *
     * @param replaces the release it follows; {@code null} for the first
     * @param inPlace whether it takes that release's place if it is not in force yet, instead of following it
     */
    public record Terms(
            String regionCode,
            String standardCode,
            Name name,
            String legalBasis,
            String basis,
            String origin,
            Integer replaces,
            boolean inPlace,
            LocalDate effectiveFrom,
            LocalDate adoptBy,
            Transition transition,
            Adoption adoption,
            List<Edit> edits,
            Map<String, String> setBy,
            StandardPackage content) {}

    /** Issues a release whose terms were checked; a release it replaces before it took effect is superseded. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ReleaseState issue(Terms t) {
        int number = releases.nextNumber(t.regionCode(), t.standardCode());
        String key = ReleaseState.key(t.regionCode(), t.standardCode(), number);
        if (t.inPlace()) supersede(ReleaseState.key(t.regionCode(), t.standardCode(), t.replaces()), key);
        ReleaseState release = new ReleaseState(
                t.regionCode(),
                t.standardCode(),
                number,
                1,
                Status.ISSUED,
                t.name(),
                t.legalBasis(),
                t.basis(),
                t.origin() == null ? key : t.origin(),
                t.replaces(),
                t.effectiveFrom(),
                t.adoptBy(),
                t.transition(),
                t.adoption(),
                t.edits(),
                t.setBy(),
                t.content(),
                clock.instant(),
                person.name());
        releases.tell(release);
        record("RELEASED", release, null);
        return release;
    }

    private void supersede(String replaced, String by) {
        ReleaseState before = releases.require(replaced);
        if (before.status() == Status.ISSUED && before.effectiveFrom().isAfter(today())) {
            end(before, Status.SUPERSEDED, by);
        }
    }

    /** The release does not count any more, and everybody is told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(ReleaseState release, Status status, String reason) {
        ReleaseState ended = ended(release, status);
        releases.tell(ended);
        record(status.name(), ended, reason);
    }

    /** Takes a release back before it takes effect. */
    @Transactional(Transactional.TxType.MANDATORY)
    ReleaseState withdraw(String key, String reason) {
        releases.hold(key.substring(0, key.indexOf('/')));
        ReleaseState release = releases.require(key);
        if (release.basis() != null) {
            throw StandardProblem.NOT_THE_ISSUER.because(
                    "%s 依据上级版本，请重新本地化", "%s rests on a release from above; localise that one anew", key);
        }
        if (release.status() != Status.ISSUED) {
            throw StandardProblem.NOT_ISSUED.because("%s 的状态是 %s", "%s is %s", key, release.status());
        }
        if (!release.effectiveFrom().isAfter(today())) {
            throw StandardProblem.IN_FORCE_ALREADY.because(
                    "%s 自 %s 起生效，不能撤回，请发布新版本",
                    "%s is in force since %s and can't be taken back; release a correction",
                    key,
                    release.effectiveFrom());
        }
        end(release, Status.WITHDRAWN, reason);
        return ended(release, Status.WITHDRAWN);
    }

    private static ReleaseState ended(ReleaseState r, Status status) {
        return new ReleaseState(
                r.regionCode(),
                r.standardCode(),
                r.number(),
                r.version() + 1,
                status,
                r.name(),
                r.legalBasis(),
                r.basis(),
                r.origin(),
                r.replaces(),
                r.effectiveFrom(),
                r.adoptBy(),
                r.transition(),
                r.adoption(),
                r.edits(),
                r.setBy(),
                r.content(),
                r.publishedAt(),
                r.publishedBy());
    }

    private void record(String action, ReleaseState release, String reason) {
        String path = paths.pathOf(release.regionCode())
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("没有 %s", "there is no %s", release.regionCode()));
        audit.recordAll(List.of(new AuditTrail.Change(
                action,
                "release/" + release.key(),
                release.version(),
                path,
                null,
                Map.of(
                        "status", release.status(),
                        "effectiveFrom", release.effectiveFrom(),
                        "adoption", release.adoption(),
                        "edits", release.edits()),
                reason)));
    }

    /** The business day it is. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * What is wrong with the dates of an origin's release.
     *
     * @param others all releases of the region and standard
     */
    List<Defect> datesOf(DraftBody body, List<ReleaseState> others) {
        List<Defect> defects = new ArrayList<>();
        LocalDate from = body.effectiveFrom();
        if (from == null) defects.add(Defect.at("effectiveFrom", "未填写", "is missing"));
        else if (from.isBefore(today()) && !mayBeDatedBack(body, others)) {
            defects.add(Defect.at(
                    "effectiveFrom",
                    "不能早于今天 %s；只有首个版本，或过渡规则为“全年重算”的版本可以追溯",
                    "can't be before today, %s; only a first release, or one that recomputes the year, may be dated back",
                    today()));
        }
        if (body.adoptBy() != null && !isDayToAnswer(body.adoptBy(), from)) {
            defects.add(Defect.at("adoptBy", "应在今天与生效日之间", "should lie between today and the day it takes effect"));
        }
        if (body.replaces() != null && others.stream().noneMatch(r -> body.replaces() == r.number() && isAhead(r))) {
            defects.add(Defect.at(
                    "replaces", "没有尚未生效的第 %s 号版本", "there is no release %s that is not in force yet", body.replaces()));
        }
        return defects;
    }

    private static boolean mayBeDatedBack(DraftBody body, List<ReleaseState> others) {
        return body.transition() == Transition.RECOMPUTE_YEAR
                || others.stream().noneMatch(r -> r.status() == Status.ISSUED);
    }

    /**
     * Whether those below may be given until that day to answer: from today on and no later than the release takes effect, unless it is
     * dated back, for then it holds by the time they hear of it.
     */
    public boolean isDayToAnswer(LocalDate day, LocalDate effectiveFrom) {
        if (day.isBefore(today())) return false;
        return effectiveFrom == null || effectiveFrom.isBefore(today()) || !day.isAfter(effectiveFrom);
    }

    boolean isAhead(ReleaseState r) {
        return r.status() == Status.ISSUED && r.effectiveFrom().isAfter(today());
    }
}
