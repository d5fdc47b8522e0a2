package org.jielian.foundation.notices;

import java.util.Collection;
import java.util.Map;

/** Knows where nodes get their mail. A service that has no such knowledge sends none. */
public interface Mailboxes {
    /** E-mail addresses by node code, of those nodes that gave one; called in the system's name within a transaction. */
    Map<String, String> of(Collection<String> nodes);
}
