package org.jielian.foundation.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jielian.foundation.problems.CommonProblem;

/** The answers kept for retries, for a week. */
@Singleton
class KeptAnswers {
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** The first answer to this key, if there was one. Otherwise the key is ours: a second call with it waits until this one ends. */
    Optional<Response> find(String who, String key, String call) {
        em.createNativeQuery("delete from kept_answer where at < ?1")
                .setParameter(1, clock.instant().minus(KEPT))
                .executeUpdate();
        String digest = digest(call);
        int ours = em.createNativeQuery(
                        "insert into kept_answer (who, key, call, at) values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, who)
                .setParameter(2, key)
                .setParameter(3, digest)
                .setParameter(4, clock.instant())
                .executeUpdate();
        if (ours == 1) return Optional.empty();
        Object[] kept = (Object[]) em.createNativeQuery(
                        "select call, status, location, etag, body from kept_answer where who = ?1 and key = ?2")
                .setParameter(1, who)
                .setParameter(2, key)
                .getSingleResult();
        if (!digest.equals(kept[0])) {
            throw CommonProblem.CONFLICT.because(
                    "Idempotency-Key %s 已用于另一请求", "the Idempotency-Key %s was used for another call", key);
        }
        return Optional.of(answer(kept));
    }

    void keep(String who, String key, Response answer) {
        em.createNativeQuery(
                        "update kept_answer set status = ?3, location = ?4, etag = ?5, body = ?6 where who = ?1 and key = ?2")
                .setParameter(1, who)
                .setParameter(2, key)
                .setParameter(3, answer.getStatus())
                .setParameter(4, answer.getHeaderString(HttpHeaders.LOCATION))
                .setParameter(
                        5,
                        answer.getEntityTag() == null
                                ? null
                                : answer.getEntityTag().getValue())
                .setParameter(6, write(answer.getEntity()))
                .executeUpdate();
    }

    private static Response answer(Object[] kept) {
        var answer = Response.status(((Number) kept[1]).intValue());
        if (kept[2] != null) answer.location(URI.create((String) kept[2]));
        if (kept[3] != null) answer.tag(new EntityTag((String) kept[3]));
        if (kept[4] != null) answer.type(MediaType.APPLICATION_JSON_TYPE).entity(kept[4]);
        return answer.build();
    }

    private String write(Object entity) {
        try {
            return entity == null ? null : json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that can't be kept: " + entity.getClass(), e);
        }
    }

    private static String digest(String call) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(call.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
