package org.jielian.metrics.attachments;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jielian.contracts.ReportState;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.files.FileKind;
import org.jielian.foundation.files.KeptFiles;
import org.jielian.foundation.files.TakenFile;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.reports.ReportDesk;

/**
 * Keeps bills and photographs: whoever reports for the unit adds and removes them until the month is accepted, everybody above looks at
 * them.
 */
@Singleton
class KeepingAttachments {
    /** What bills come as. */
    static final Set<FileKind> KINDS = Set.of(FileKind.PDF, FileKind.JPEG, FileKind.PNG);

    @Inject
    AttachmentStore store;

    @Inject
    KeptFiles files;

    @Inject
    AttachmentsConfig config;

    @Inject
    Quantities quantities;

    @Inject
    ReportDesk reports;

    @Inject
    Access access;

    @Inject
    NodePaths nodes;

    @Inject
    AuditTrail audit;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** Metadata together with the content, which the caller closes. */
    record Content(Attachment attachment, InputStream stream) {}

    /** What became of a file that was sent. */
    record Kept(Attachment attachment, boolean added) {}

    @Transactional
    List<Attachment> of(String unit, String from, String to) {
        access.requireSees(unit);
        return store.of(unit, from, to);
    }

    @Transactional
    Content find(String unit, String period, UUID id) {
        access.requireSees(unit);
        Attachment attachment = require(unit, period, id);
        byte[] inRow = store.contentInRow(id);
        return new Content(attachment, inRow == null ? files.open(key(id)) : new ByteArrayInputStream(inRow));
    }

    /**
     * Refuses what would be refused whatever the file is, before it is read.
     *
     * @param quantity code; {@code null} for the month as a whole
     */
    @Transactional
    void requireAddable(String unit, String period, String quantity) {
        access.requireActs(unit);
        check(unit, period, quantity);
        requireOpen(unit, period);
    }

    /**
     * Attaches a file to a month.
     *
     * @param quantity code; {@code null} for the month as a whole
     */
    @Transactional
    Kept add(String unit, String period, String quantity, TakenFile file) {
        String path = access.requireActs(unit);
        check(unit, period, quantity);
        requireOpen(unit, period);
        var attachment = new Attachment(
                UUID.randomUUID(),
                unit,
                period,
                quantity,
                file.name(),
                file.kind().contentType(),
                file.size(),
                file.sha256(),
                clock.instant(),
                person.name());
        List<Attachment> present = store.of(unit, period, period);
        if (!store.add(attachment)) return new Kept(same(present, attachment), false);
        if (present.size() >= config.maxPerMonth()) {
            throw AttachmentProblem.TOO_MANY.because(
                    "每月最多 %s 个附件", "a month has at most %s attachments", config.maxPerMonth());
        }
        files.keep(key(attachment.id()), file.content());
        audit.record("ATTACHED", subject(unit, period), path, null, attachment, null);
        return new Kept(attachment, true);
    }

    @Transactional
    void remove(String unit, String period, UUID id) {
        String path = access.requireActs(unit);
        requireOpen(unit, period);
        Attachment attachment = require(unit, period, id);
        store.remove(id);
        files.remove(key(id));
        audit.record("DETACHED", subject(unit, period), path, attachment, null, null);
    }

    private void check(String unit, String period, String quantity) {
        if (nodes.find(unit).filter(NodePaths.Node::isUnit).isEmpty())
            throw AttachmentProblem.INVALID.because("%s 不是单位", "%s is not a unit", unit);
        if (!isMonth(period)) throw AttachmentProblem.INVALID.because("月份应写作 2025-06", "write the month as 2025-06");
        if (quantity != null && quantities.find(quantity) == null)
            throw AttachmentProblem.INVALID.because("没有 %s 这种用量", "there is no quantity %s", quantity);
    }

    private static boolean isMonth(String period) {
        try {
            return YearMonth.parse(period).toString().equals(period);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** What a month was accepted with stays with it. */
    private void requireOpen(String unit, String period) {
        boolean accepted = reports.hold(unit, period)
                .filter(s -> s.status() == ReportState.Status.ACCEPTED)
                .isPresent();
        if (accepted) {
            throw AttachmentProblem.REPORT_ACCEPTED.because(
                    "%s 已审核通过，附件不能再增减", "%s is accepted; its attachments stay as they are", period);
        }
    }

    private Attachment require(String unit, String period, UUID id) {
        return store.find(unit, period, id)
                .orElseThrow(() -> AttachmentProblem.NO_ATTACHMENT.because("没有这个附件", "there is no such attachment"));
    }

    private static Attachment same(List<Attachment> present, Attachment sent) {
        return present.stream()
                .filter(a -> a.sha256().equals(sent.sha256()) && Objects.equals(a.quantity(), sent.quantity()))
                .findFirst()
                .orElseThrow();
    }

    private static String subject(String unit, String period) {
        return "attachments/" + unit + "/" + period;
    }

    static String key(UUID id) {
        return "attachments/" + id;
    }
}
