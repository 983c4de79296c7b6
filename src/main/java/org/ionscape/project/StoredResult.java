package org.ionscape.project;

/**
 * A result of a run, or why there is none.
 *
 * @param settings the settings it was computed with, as JSON
 * @param version of the program that computed it
 * @param fingerprint of the files it was computed from, see {@link Fingerprint}
 * @param json the result; empty when the run could not be analysed
 * @param problem why it could not; empty when it could
 */
public record StoredResult(String settings, String version, String fingerprint, String json, String problem) {}
