package org.jielian.portal.sampling;

import org.jielian.portal.clients.Sample;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Words;

/** One drawn unit on the page. */
public record Member(
        String code,
        String name,
        String type,
        String href,
        String action,
        String result,
        String resultText,
        String grade,
        String note,
        String checked) {
    static Member of(Sample.Drawn u, String address, Words words) {
        return new Member(
                u.unitCode(),
                u.name(),
                words.get("type" + u.type()),
                Addresses.unit(u.unitCode()),
                address + "/units/" + u.unitCode(),
                u.result() == null ? "" : u.result(),
                words.get("check" + (u.result() == null ? "NONE" : u.result())),
                u.result() == null ? "none" : u.result().equals("OK") ? "good" : "poor",
                u.note() == null ? "" : u.note(),
                u.checkedAt() == null ? null : words.time(u.checkedAt()) + " " + u.checkedBy());
    }
}
