package org.ionscape.format.vasp;

import java.util.Arrays;
import org.ionscape.trajectory.FrameSeries;

/** Collects the energies and temperatures that a VASP file tells after the positions of each step. */
final class StepSeries {
    private static final double BOLTZMANN_EV_PER_K = 8.617333262e-5;

    private double[] energyEv = filled(64);
    private double[] temperatureK = filled(64);

    private static double[] filled(int n) {
        double[] values = new double[n];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /**
     * Temperature of a kinetic energy as VASP counts it: the centre of mass rests, 3 (N − 1) degrees of freedom.
     *
     * @param kineticEv of all ions, in eV
     */
    static double temperatureK(double kineticEv, int atoms) {
        return 2 * kineticEv / (3.0 * Math.max(1, atoms - 1) * BOLTZMANN_EV_PER_K);
    }

    void energyEv(int frame, double value) {
        makeRoom(frame);
        energyEv[frame] = value;
    }

    void temperatureK(int frame, double value) {
        makeRoom(frame);
        temperatureK[frame] = value;
    }

    private void makeRoom(int frame) {
        int known = energyEv.length;
        if (frame >= known) {
            energyEv = Arrays.copyOf(energyEv, 2 * frame);
            temperatureK = Arrays.copyOf(temperatureK, 2 * frame);
            Arrays.fill(energyEv, known, 2 * frame, Double.NaN);
            Arrays.fill(temperatureK, known, 2 * frame, Double.NaN);
        }
    }

    /** One value per frame, or none where the file told none at all. */
    FrameSeries of(int frames) {
        makeRoom(frames);
        return new FrameSeries(told(temperatureK, frames), told(energyEv, frames));
    }

    private static double[] told(double[] values, int frames) {
        double[] whole = Arrays.copyOf(values, frames);
        return Arrays.stream(whole).allMatch(Double::isNaN) ? new double[0] : whole;
    }
}
