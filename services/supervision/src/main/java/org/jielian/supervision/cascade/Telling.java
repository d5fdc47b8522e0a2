package org.jielian.supervision.cascade;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.ReleaseState;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.Text;
import org.jielian.supervision.standards.CarryingOver.Carried;

/** What people of a region are told about releases from above. */
@Singleton
class Telling {
    @Inject
    Notices notices;

    void delivered(AdoptionState adoption, ReleaseState release, Carried carried) {
        tell(
                adoption,
                "RELEASE_DELIVERED",
                Text.of(
                        "收到上级标准：%s 第 %s 号",
                        "A standard from above: %s no. %s", release.name().zh(), release.number()),
                Text.of(
                        "自 %s 起生效，请于 %s 前确认或本地化，逾期视为原样继承。",
                        "In force from %s; confirm or localise it by %s, silence inherits it unchanged.",
                        release.effectiveFrom(),
                        adoption.due()));
        overtaken(adoption, release, carried);
    }

    void inherited(AdoptionState adoption, ReleaseState release, Carried carried) {
        tell(
                adoption,
                "RELEASE_INHERITED",
                Text.of(
                        "已默认继承：%s 第 %s 号",
                        "Inherited by silence: %s no. %s", release.name().zh(), release.number()),
                Text.of(
                        "自 %s 起生效。仍可在本级进一步收紧。",
                        "In force from %s. It may still be made stricter here.", release.effectiveFrom()));
        overtaken(adoption, release, carried);
    }

    /** The region's own values that gave way, and those that wait for a person. */
    private void overtaken(AdoptionState adoption, ReleaseState release, Carried carried) {
        if (!carried.raised().isEmpty()) {
            tell(
                    adoption,
                    "VALUES_RAISED",
                    Text.of(
                            "本级 %s 项数值已随上级提高",
                            "%s values of this region gave way to stricter ones from above",
                            carried.raised().size()),
                    Text.of("%s", "%s", carried.raised()));
        }
        if (!carried.conflicts().isEmpty()) {
            tell(
                    adoption,
                    "VALUES_IN_CONFLICT",
                    Text.of(
                            "本级 %s 项内容与新标准冲突，请处理",
                            "%s values of this region can't be carried over; decide about them",
                            carried.conflicts().size()),
                    Text.of(
                            "%s 期间以上级数值为准：%s",
                            "Until then the values from above hold (%s): %s", release.key(), carried.conflicts()));
        }
    }

    void ended(AdoptionState adoption, ReleaseState release) {
        tell(
                adoption,
                "RELEASE_" + release.status(),
                Text.of(
                        "上级标准已失效：%s 第 %s 号",
                        "A standard from above is void: %s no. %s",
                        release.name().zh(),
                        release.number()),
                release.status() == ReleaseState.Status.SUPERSEDED
                        ? Text.of("已被新版本取代。", "Another release took its place.")
                        : Text.of("上级已撤回。", "It was withdrawn."));
    }

    private void tell(AdoptionState adoption, String cause, Text title, Text detail) {
        notices.tell(new Notice(
                adoption.regionCode(),
                cause,
                "release/" + adoption.release(),
                title,
                detail,
                "/standards/" + adoption.regionCode()));
    }
}
