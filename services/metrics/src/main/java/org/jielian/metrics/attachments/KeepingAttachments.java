package org.jielian.metrics.attachments;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jielian.contracts.ReportState;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.reports.ReportDesk;

/**
 * Keeps bills and photographs: whoever reports for the unit adds and removes them until the month is accepted, everybody above looks at
 * them.
 */
@Singleton
class KeepingAttachments {
    private static final int LONGEST_NAME = 200;

    @Inject
    AttachmentStore store;

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

    /** Metadata together with the content. */
    record Content(Attachment attachment, byte[] bytes) {}

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
        return new Content(attachment, store.content(id));
    }

    /**
     * Attaches a file to a month.
     *
     * @param quantity code; {@code null} for the month as a whole
     * @param content one byte more than the limit when it is too large
     */
    @Transactional
    Kept add(String unit, String period, String quantity, String name, byte[] content) {
        String path = access.requireActs(unit);
        check(unit, period, quantity, content);
        FileKind kind = FileKind.of(content)
                .orElseThrow(() -> AttachmentProblem.UNKNOWN_KIND.because(
                        "只接受 PDF、JPEG 和 PNG 文件，按文件内容判断，与文件名无关",
                        "only PDF, JPEG and PNG files are taken, by what is in them and not by their name"));
        requireOpen(unit, period);
        var attachment = new Attachment(
                UUID.randomUUID(),
                unit,
                period,
                quantity,
                plainName(name, kind),
                kind.contentType(),
                content.length,
                sha256(content),
                clock.instant(),
                person.name());
        List<Attachment> present = store.of(unit, period, period);
        if (!store.add(attachment, content)) return new Kept(same(present, attachment), false);
        if (present.size() >= config.maxPerMonth()) {
            throw AttachmentProblem.TOO_MANY.because(
                    "每月最多 %s 个附件", "a month has at most %s attachments", config.maxPerMonth());
        }
        audit.record("ATTACHED", subject(unit, period), path, null, attachment, null);
        return new Kept(attachment, true);
    }

    @Transactional
    void remove(String unit, String period, UUID id) {
        String path = access.requireActs(unit);
        requireOpen(unit, period);
        Attachment attachment = require(unit, period, id);
        store.remove(id);
        audit.record("DETACHED", subject(unit, period), path, attachment, null, null);
    }

    private void check(String unit, String period, String quantity, byte[] content) {
        if (nodes.find(unit).filter(NodePaths.Node::isUnit).isEmpty())
            throw AttachmentProblem.INVALID.because("%s 不是单位", "%s is not a unit", unit);
        if (!isMonth(period)) throw AttachmentProblem.INVALID.because("月份应写作 2025-06", "write the month as 2025-06");
        if (quantity != null && quantities.find(quantity) == null)
            throw AttachmentProblem.INVALID.because("没有 %s 这种用量", "there is no quantity %s", quantity);
        if (content.length == 0) throw AttachmentProblem.EMPTY.because("文件为空", "the file is empty");
        if (content.length > config.maxSize()) {
            throw AttachmentProblem.TOO_LARGE.because(
                    "文件最大 %s MB，请压缩或降低照片分辨率后再上传",
                    "a file has at most %s MB; compress it or take the photograph with fewer pixels",
                    config.maxSize() / 1_048_576);
        }
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

    /** The last step of whatever path it had, without what no file name needs. */
    private static String plainName(String name, FileKind kind) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        if (plain.isEmpty()) return kind.name().toLowerCase(java.util.Locale.ROOT);
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
