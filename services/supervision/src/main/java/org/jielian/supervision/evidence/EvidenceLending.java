package org.jielian.supervision.evidence;

/**
 * A feature that lets people who don't stand above a node show something about it. Of what is there they see no more than the database lets
 * them, which is what they added and what that feature shows them.
 */
public interface EvidenceLending {
    /** Whether the caller may add evidence about the node although it lies outside the caller's part of the chain. */
    boolean lends(String node);
}
