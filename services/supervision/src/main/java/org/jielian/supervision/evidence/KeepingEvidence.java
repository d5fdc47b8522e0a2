package org.jielian.supervision.evidence;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.files.KeptFiles;
import org.jielian.foundation.files.TakenFile;

/**
 * Keeps evidence: whoever sees a node may add what shows something about it, and everybody who sees the node may look at it; so may those
 * whom an {@link EvidenceLending} lets.
 */
@Singleton
class KeepingEvidence {
    @Inject
    EvidenceRows rows;

    @Inject
    KeptFiles files;

    @Inject
    EvidenceConfig config;

    @Inject
    Access access;

    @Inject
    NodePaths nodes;

    @Inject
    @Any
    Instance<EvidenceLending> lenders;

    @Inject
    AuditTrail audit;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** Metadata together with the content, which the caller closes. */
    record Content(Evidence evidence, InputStream stream) {}

    /** What became of a file that was sent. */
    record Kept(Evidence evidence, boolean added) {}

    /** Refuses what would be refused whatever the file is, before it is read. */
    @Transactional
    void requireAddable(String node) {
        requireReaches(node);
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        if (rows.addedSince(addingNode(), yesterday) >= config.maxPerDay()) {
            throw EvidenceProblem.TOO_MUCH_EVIDENCE.because(
                    "24 小时内最多上传 %s 份证据", "at most %s pieces of evidence are taken within 24 hours", config.maxPerDay());
        }
    }

    @Transactional
    Kept add(String node, TakenFile file) {
        String path = requireReaches(node);
        var evidence = new Evidence(
                UUID.randomUUID(),
                node,
                file.name(),
                file.kind().contentType(),
                file.size(),
                file.sha256(),
                clock.instant(),
                person.name(),
                addingNode());
        if (!rows.add(evidence)) return new Kept(rows.same(evidence).get(0), false);
        files.keep(key(evidence.id()), file.content());
        audit.record("EVIDENCE_ADDED", "evidence/" + evidence.id(), path, null, evidence, null);
        return new Kept(evidence, true);
    }

    /** Outside the caller's part of the chain there is nothing, so that nobody learns what exists elsewhere. */
    @Transactional
    Evidence find(UUID id) {
        Evidence evidence = rows.of(List.of(id)).stream().findFirst().orElseThrow(() -> EvidenceDesk.missing(id));
        requireReaches(evidence.node());
        return evidence;
    }

    Content open(UUID id) {
        Evidence evidence = find(id);
        return new Content(evidence, files.open(key(id)));
    }

    /** The path of a node the caller sees, or was lent. */
    private String requireReaches(String node) {
        boolean lent = lenders.stream().anyMatch(lender -> lender.lends(node));
        return lent ? nodes.pathOf(node).orElseThrow(() -> access.outside(node)) : access.requireSees(node);
    }

    private String addingNode() {
        return person.node() == null ? "" : person.node();
    }

    private static String key(UUID id) {
        return "evidence/" + id;
    }
}
