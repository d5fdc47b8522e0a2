package org.jielian.foundation.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs before the transaction begins, since the scope is given to the connection when the transaction takes it. */
@AsSystem
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class AsSystemInterceptor {
    @Inject
    InTheNameOf inTheNameOf;

    @AroundInvoke
    Object run(InvocationContext context) throws Exception {
        return inTheNameOf.call(Person.Identity.SYSTEM, context::proceed);
    }
}
