package org.ionscape.transport.hops;

import java.util.List;

/**
 * The hops of the mobile ions of a run.
 *
 * @param ions the mobile ions, indices in the file
 * @param frames number of frames looked at
 * @param frameStepPs time between frames, ps
 * @param hops by ion, then by time
 * @param centres by ion
 * @param residence how long ions stay
 * @param correlation whether hops come together
 * @param wandering number of ions that go far but have no distinct places, as in a liquid or between sites that run
 *     into one another: hops, which lead from place to place, do not describe their motion
 */
public record Hops(
        int[] ions,
        int frames,
        double frameStepPs,
        List<Hop> hops,
        List<VibrationCentre> centres,
        Residence residence,
        Correlation correlation,
        int wandering) {
    public Hops {
        hops = List.copyOf(hops);
        centres = List.copyOf(centres);
    }

    public double perIon() {
        return (double) hops.size() / ions.length;
    }

    /** How many hops lead back with the next. */
    public long returned() {
        return hops.stream().filter(Hop::returned).count();
    }

    /** Mean length, Å; NaN without hops. */
    public double meanLengthA() {
        return hops.stream().mapToDouble(Hop::lengthA).average().orElse(Double.NaN);
    }

    /** Mean duration, ps; NaN without hops. */
    public double meanDurationPs() {
        return hops.stream().mapToDouble(Hop::durationPs).average().orElse(Double.NaN);
    }
}
