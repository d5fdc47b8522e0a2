package org.jielian.supervision.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jielian.contracts.ReleaseState.Transition;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Name;

/**
 * What a draft says, and what its release will say.
 *
 * @param name what the standard is called
 * @param legalBasis the documents it rests on; may be {@code null}
 * @param replaces number of a release, not in force yet, whose place it takes; {@code null} to follow what is there
 * @param effectiveFrom the day from which on it holds; may be {@code null} until it is released
 * @param adoptBy the day by which the regions below answer; {@code null} when they inherit at once
 * @param transition which periods are judged by it
 * @param content the package
 */
public record DraftBody(
        Name name,
        String legalBasis,
        Integer replaces,
        LocalDate effectiveFrom,
        LocalDate adoptBy,
        Transition transition,
        StandardPackage content) {
    public DraftBody {
        if (transition == null) transition = Transition.NEW_PERIODS_ONLY;
    }

    DraftBody with(StandardPackage other) {
        return new DraftBody(name, legalBasis, replaces, effectiveFrom, adoptBy, transition, other);
    }

    /** What is wrong with it, apart from its dates, which only count when it is released. */
    List<Defect> defects() {
        List<Defect> defects = new ArrayList<>();
        if (name == null || name.zh() == null || name.zh().isBlank()) {
            defects.add(Defect.at("name", "未填写", "is missing"));
        }
        if (content == null) defects.add(Defect.at("content", "未填写", "is missing"));
        else defects.addAll(PackageCheck.of(content));
        if (content != null && defects.isEmpty()) {
            content.items().stream()
                    .filter(Points::isLocal)
                    .forEach(item -> defects.add(Defect.at(
                            "items/" + item.code(),
                            "制定标准的一级没有地方指标",
                            "only tiers below the issuer have items of their own")));
        }
        return defects;
    }
}
