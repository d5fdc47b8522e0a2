package org.jielian.foundation.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call that, sent again with the same {@code Idempotency-Key}, finds its first answer instead of being done twice. The answer is kept
 * in the transaction of the call, so there is no moment in which one is true without the other. For methods that return a
 * {@link jakarta.ws.rs.core.Response} with a JSON body.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
