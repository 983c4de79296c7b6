package org.ionscape.transport.hops;

/**
 * The passage of an ion from one vibration centre to another.
 *
 * @param ion index of the atom in the file, from 0
 * @param startFrame the last frame, from 0 in the file, in which the ion vibrates about the centre it leaves
 * @param endFrame the first frame in which it vibrates about the centre it reaches
 * @param from the centre it leaves, counted from 0 for each ion
 * @param to the centre it reaches
 * @param lengthA distance between the two centres, Å
 * @param durationPs time between the two frames, ps
 * @param returned whether the ion's next hop leads back
 */
public record Hop(
        int ion, int startFrame, int endFrame, int from, int to, double lengthA, double durationPs, boolean returned) {}
