package org.jielian.units.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.foundation.problems.CommonProblem;

/** The stored institutions, as far as the caller's scope reaches. */
@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, String> {
    Unit require(String code) {
        return found(code, findByIdOptional(code));
    }

    /** The institution, which nobody else changes until the transaction ends. */
    Unit requireForChange(String code) {
        return found(code, findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those of the codes that exist and are in sight; nobody else changes them until the transaction ends. */
    Map<String, Unit> namedForChange(Collection<String> codes) {
        // always in the same order, or two files with the same institutions could wait for each other
        return find("code in ?1 order by code", codes).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .collect(Collectors.toMap(Unit::code, Function.identity()));
    }

    /** Every institution that ever belonged to the region, by code; nobody else changes them until the transaction ends. */
    List<Unit> everInForChange(String regionCode) {
        return find("""
                        from Unit u where exists (
                            select 1 from Unit v join v.belongings b where v.code = u.code and b.regionCode = ?1)
                        order by u.code""", regionCode).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    private static Unit found(String code, Optional<Unit> unit) {
        return unit.orElseThrow(() -> CommonProblem.NOT_FOUND.because("没有机构 %s", "there is no institution %s", code));
    }
}
