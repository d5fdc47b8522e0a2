package org.jielian.units.reorganisations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.units.regions.RegionProblem;
import org.jielian.units.regions.RegionRegister;
import org.jielian.units.regions.TreeChanges;
import org.jielian.units.registry.FollowingRegions;
import org.jielian.units.reorganisations.Reorganisation.Change;
import org.jielian.units.reorganisations.Reorganisation.Scope;

/** Carries reorganisations out: regions and the institutions on them, all in one transaction, all or nothing. */
@ApplicationScoped
class Reorganising {
    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    NodePaths nodePaths;

    @Inject
    RegionRegister register;

    @Inject
    FollowingRegions units;

    /**
     * What was done.
     *
     * @param regions codes of all regions that began, changed or closed
     * @param units how many institutions followed
     */
    record Done(String effectiveFrom, List<String> regions, int units) {}

    /** For whoever administers a region above everything that changes, and for the operator. */
    @Transactional
    Done carryOut(Reorganisation reorganisation) {
        reorganisation.changes().forEach(this::requireAbove);
        TreeChanges tree = register.open();
        Plan plan = new Plan(reorganisation, tree);
        refuseTakenCodes(reorganisation.changes(), tree, plan);
        refuseUnitsElsewhere(reorganisation, plan);
        plan.carryOut();
        String reason = Optional.ofNullable(reorganisation.note())
                .orElse("reorganisation from " + reorganisation.effectiveFrom());
        List<String> changed = register.settle(tree, reason);
        int followed = units.follow(plan.successions(), reorganisation.effectiveFrom(), reason);
        return new Done(reorganisation.effectiveFrom().toString(), changed, followed);
    }

    /** What changes lies below the person's own node; whom it comes to stand under may be the node itself. */
    private void requireAbove(Change change) {
        if (person.isOperator()) return;
        Stream.of(change.oldCode(), change.newCode()).distinct().forEach(code -> {
            boolean isNew =
                    code.equals(change.newCode()) && nodePaths.pathOf(code).isEmpty();
            if (isNew) return;
            access.requireSees(code);
            if (code.equals(person.node())) throw access.outside(code);
        });
        if (change.newParentCode() != null
                && nodePaths.pathOf(change.newParentCode()).isPresent()) {
            access.requireSees(change.newParentCode());
        }
    }

    private void refuseTakenCodes(List<Change> changes, TreeChanges tree, Plan plan) {
        Set<String> taken =
                nodePaths.existing(changes.stream().map(Change::newCode).toList());
        for (int i = 0; i < changes.size(); i++) {
            String code = changes.get(i).newCode();
            if (tree.region(code) == null && taken.contains(code)) {
                plan.refuse(i, RegionProblem.REGION_EXISTS.because("区划 %s 已存在", "region %s exists", code));
            }
        }
    }

    private void refuseUnitsElsewhere(Reorganisation reorganisation, Plan plan) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i < reorganisation.changes().size(); i++) {
            Change change = reorganisation.changes().get(i);
            if (change.scope() != Scope.PART) continue;
            List<String> twice =
                    change.units().stream().filter(code -> !named.add(code)).toList();
            Set<String> strangers = units.strangers(change.oldCode(), change.units(), reorganisation.effectiveFrom());
            if (!twice.isEmpty()) {
                plan.refuse(
                        i,
                        ReorganisationProblem.TAKEN_TWICE.because(
                                "机构 %s 被列出两次", "institutions %s are named twice", twice));
            } else if (!strangers.isEmpty()) {
                plan.refuse(
                        i,
                        ReorganisationProblem.UNITS_ELSEWHERE.because(
                                "%s 不属于区划 %s", "%s do not belong to region %s", strangers, change.oldCode()));
            }
        }
    }
}
