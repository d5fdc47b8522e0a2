package org.jielian.supervision.cascade;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Status;
import org.jielian.supervision.standards.CarryingOver.Carried;
import org.jielian.supervision.standards.Issuing;
import org.jielian.supervision.standards.Releases;

/**
 * Brings releases of the tier above to regions: what a region has not got yet is delivered, what does not count any more is made void. It
 * compares what is there with what should be, so that it does not matter in which order facts arrive, or what a region missed meanwhile.
 */
@Singleton
class Receiving {
    private static final Logger LOG = Logger.getLogger(Receiving.class);

    /** Pairs of a region and a release of its present parent that is news to it. A release that another one followed into force is not. */
    private static final String NEWS = """
            select c.code, s.region_code || '/' || s.standard_code || '/' || s.number
            from known_region c
            join standard_release s on c.path = s.path || c.code || '/'
            left join adoption a on a.region_code = c.code and a.release = s.region_code || '/' || s.standard_code || '/' || s.number
            where c.closed_from is null
              and not exists (select from cascade_hold h where h.region_code = c.code)
              and (a.answer <> 'VOID' and s.status <> 'ISSUED'
                   or a.region_code is null and s.status = 'ISSUED' and not exists (
                       select from standard_release later
                       where later.region_code = s.region_code and later.standard_code = s.standard_code and later.status = 'ISSUED'
                         and later.effective_from <= ?1
                         and (later.effective_from, later.number) > (s.effective_from, s.number)))
            """;

    @Inject
    EntityManager em;

    @Inject
    Releases releases;

    @Inject
    Adoptions adoptions;

    @Inject
    Carrying carrying;

    @Inject
    Inheriting inheriting;

    @Inject
    OwnReleases own;

    @Inject
    Issuing issuing;

    @Inject
    Telling telling;

    @Inject
    CascadeConfig config;

    @Inject
    Clock clock;

    /** The regions directly below these hear of what those issued. */
    @Transactional(Transactional.TxType.MANDATORY)
    void bringBelow(Collection<String> issuers) {
        bring(em.createNativeQuery(NEWS + " and s.region_code = any(?2) order by c.code, s.effective_from, s.number")
                .setParameter(2, issuers.toArray(String[]::new)));
    }

    /** These regions hear of what stands above them. */
    @Transactional(Transactional.TxType.MANDATORY)
    void bringTo(Collection<String> regions) {
        bring(em.createNativeQuery(NEWS + " and c.code = any(?2) order by c.code, s.effective_from, s.number")
                .setParameter(2, regions.toArray(String[]::new)));
    }

    private void bring(jakarta.persistence.Query news) {
        List<?> pairs = news.setParameter(1, issuing.today()).getResultList();
        for (Object pair : pairs) {
            String region = (String) ((Object[]) pair)[0];
            if (config.regions().map(ours -> ours.contains(region)).orElse(true)) {
                bring(region, (String) ((Object[]) pair)[1]);
            }
        }
    }

    private void bring(String region, String key) {
        releases.hold(region);
        ReleaseState release = releases.require(key);
        var known = adoptions.find(region, key);
        if (release.status() == Status.ISSUED && known.isEmpty()) deliver(region, release);
        else if (release.status() != Status.ISSUED && known.isPresent()) makeVoid(known.get(), release);
    }

    private void deliver(String region, ReleaseState release) {
        Carried carried = carrying.to(release, region);
        AdoptionState delivered = Steps.delivered(
                region, release, release.adoptBy(), carried.conflicts().size(), clock.instant());
        LOG.infof("release delivered release=%s region=%s due=%s", release.key(), region, release.adoptBy());
        LocalDate due = release.adoptBy();
        if (due == null || due.isBefore(issuing.today())) {
            inheriting.inherit(delivered, release, carried);
        } else {
            adoptions.tell(delivered);
            telling.delivered(delivered, release, carried);
        }
    }

    private void makeVoid(AdoptionState adoption, ReleaseState release) {
        if (adoption.answer() == AdoptionState.Answer.VOID) return;
        adoptions.tell(Steps.voided(adoption));
        own.endUpon(adoption.regionCode(), release);
        telling.ended(adoption, release);
        LOG.infof(
                "release void release=%s region=%s status=%s", release.key(), adoption.regionCode(), release.status());
    }
}
