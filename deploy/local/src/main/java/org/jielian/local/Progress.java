package org.jielian.local;

/** Told how the start goes on, part by part. */
public interface Progress {
    /** Says nothing, for tests. */
    Progress SILENT = new Progress() {
        @Override
        public void doing(String part, String what) {}

        @Override
        public void ready(String part) {}
    };

    /** The part is now doing this; its time counts from when it is first mentioned. */
    void doing(String part, String what);

    void ready(String part);
}
