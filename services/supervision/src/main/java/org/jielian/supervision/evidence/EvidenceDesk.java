package org.jielian.supervision.evidence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.foundation.access.NodePaths;

/** Evidence for other features, which refer to it by id. */
@Singleton
public class EvidenceDesk {
    @Inject
    EvidenceRows rows;

    @Inject
    NodePaths nodes;

    /**
     * The evidence named, in the order given and each once. All of it is about that node or something below it, and the caller sees it.
     *
     * @throws org.jielian.foundation.problems.ProblemException NO_EVIDENCE for what there is not in the caller's sight,
     *     EVIDENCE_ELSEWHERE for what is about another node
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Evidence> require(Collection<UUID> ids, String node) {
        Set<UUID> wanted = new LinkedHashSet<>(ids);
        Map<UUID, Evidence> found =
                rows.of(wanted).stream().collect(Collectors.toMap(Evidence::id, Function.identity()));
        String path = nodes.pathOf(node).orElse(null);
        for (UUID id : wanted) {
            Evidence evidence = found.get(id);
            if (evidence == null) throw missing(id);
            if (path == null || !nodes.pathOf(evidence.node()).orElse("").startsWith(path)) {
                throw EvidenceProblem.EVIDENCE_ELSEWHERE.because(
                        "证据 %s（%s）不属于 %s", "evidence %s (%s) is not about %s", id, evidence.name(), node);
            }
        }
        return wanted.stream().map(found::get).toList();
    }

    static RuntimeException missing(UUID id) {
        return EvidenceProblem.NO_EVIDENCE.because("没有证据 %s", "there is no evidence %s", id);
    }
}
