package org.jielian.foundation.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;

/** Begins the transaction that the call and its kept answer share. A refusal is not kept: what is wrong may be put right. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentInterceptor {
    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    @Inject
    HttpHeaders headers;

    @Inject
    UriInfo uri;

    @Inject
    Person person;

    @Inject
    KeptAnswers answers;

    @AroundInvoke
    Object once(InvocationContext context) throws Exception {
        String key = headers.getHeaderString(HEADER);
        if (key == null || key.isBlank()) return context.proceed();
        if (key.length() > LONGEST_KEY) {
            throw CommonProblem.INVALID.because(
                    "%s 不能超过 %s 个字符", "an %s has at most %s characters", HEADER, LONGEST_KEY);
        }
        String who = person.name() + "@" + person.node();
        String call = uri.getPath() + " " + Arrays.deepToString(context.getParameters());
        return QuarkusTransaction.joiningExisting().call(() -> {
            Optional<Response> first = answers.find(who, key, call);
            if (first.isPresent()) return first.get();
            Response answer = (Response) context.proceed();
            answers.keep(who, key, answer);
            return answer;
        });
    }
}
