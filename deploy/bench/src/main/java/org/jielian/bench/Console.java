package org.jielian.bench;

import org.jielian.local.Progress;

/** Progress of the start, a line each. */
final class Console implements Progress {
    @Override
    public void doing(String part, String what) {
        System.out.println("  " + part + ": " + what);
    }

    @Override
    public void ready(String part) {
        System.out.println("  " + part + ": ready");
    }
}
