package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;

/** Numbers of certificates: consecutive within a province and year, each with a code that only the certificate itself shows. */
@Singleton
class Numbering {
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    EntityManager em;

    void number(Title title, int year) {
        em.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('certificates/' || ?1, 0))) as held")
                .setParameter(1, title.province)
                .getSingleResult();
        int next = ((Number) em.createNativeQuery("""
                        select coalesce(max(number_in_year), 0) + 1 from title where province = ?1 and number_year = ?2""")
                        .setParameter(1, title.province)
                        .setParameter(2, year)
                        .getSingleResult())
                .intValue();
        em.createNativeQuery("update title set number_year = ?2, number_in_year = ?3 where id = ?1")
                .setParameter(1, title.id)
                .setParameter(2, year)
                .setParameter(3, next)
                .executeUpdate();
        title.number = "JNJG-%s-%d-%05d".formatted(title.province, year, next);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 10; i++) code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        title.checkCode = code.toString();
    }
}
