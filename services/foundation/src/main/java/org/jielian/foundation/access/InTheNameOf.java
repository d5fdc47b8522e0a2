package org.jielian.foundation.access;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;

/** Does work in somebody's name outside of that person's own call. */
@Singleton
public class InTheNameOf {
    @Inject
    Person person;

    /** The system's own work. */
    public <T> T system(Callable<T> work) throws Exception {
        return call(Person.Identity.SYSTEM, work);
    }

    /** Work of a person who asked for it earlier, within what this person may see. */
    public <T> T call(Person.Identity identity, Callable<T> work) throws Exception {
        ManagedContext request = Arc.container().requestContext();
        boolean own = !request.isActive();
        if (own) request.activate();
        Person.Identity before = person.assumed();
        person.assume(identity);
        try {
            return work.call();
        } finally {
            person.assume(before);
            if (own) request.terminate();
        }
    }
}
