package org.ionscape.transport;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.FrameStore;

/** Made paths whose diffusion is known. */
final class Walks {
    static final Cell CUBE = new Cell(20, 0, 0, 0, 20, 0, 0, 0, 20);

    private Walks() {}

    /** Frames of atoms from their fractional positions. */
    static FrameStore frames(Cell cell, String species, int atoms, int frames, IntFunction<double[]> fractional) {
        try (FrameStore.Builder builder = new FrameStore.Builder(new Atoms(Collections.nCopies(atoms, species)))) {
            for (int f = 0; f < frames; f++) {
                builder.add(cell, fractional.apply(f));
            }
            return builder.build();
        }
    }

    /**
     * Ions that jump between sites of a cubic lattice and rattle about them.
     *
     * @param jumpChance per ion and frame, of a jump of 2 Å along one of six directions: D = jumpChance × 4 / 6 Å² per
     *     frame
     * @param rattleA standard deviation of each component about the site, Å
     */
    static FrameStore lattice(int ions, int frames, double jumpChance, double rattleA, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] site = new double[3 * ions];
        for (int i = 0; i < site.length; i++) {
            site[i] = random.nextInt(10) / 10.0;
        }
        return frames(CUBE, "Li", ions, frames, f -> {
            double[] at = new double[3 * ions];
            for (int i = 0; i < ions; i++) {
                if (random.nextDouble() < jumpChance) {
                    site[3 * i + random.nextInt(3)] += random.nextBoolean() ? 0.1 : -0.1;
                }
            }
            for (int i = 0; i < at.length; i++) {
                double s = site[i] + rattleA / 20 * random.nextGaussian();
                at[i] = s - Math.floor(s);
            }
            return at;
        });
    }

    /**
     * Ions that jump as in {@link #lattice} without rattling, but half of the jumps go straight back where the ion came
     * from, as between two sites close together. By the law of correlated walks D is a third of that of free jumps.
     */
    static FrameStore returning(int ions, int frames, double jumpChance, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] site = new double[3 * ions];
        int[] axis = new int[ions];
        double[] step = new double[ions];
        return frames(CUBE, "Li", ions, frames, f -> {
            for (int i = 0; i < ions; i++) {
                if (random.nextDouble() < jumpChance) {
                    boolean back = random.nextBoolean();
                    axis[i] = back ? axis[i] : random.nextInt(3);
                    step[i] = back ? -step[i] : random.nextBoolean() ? 0.1 : -0.1;
                    site[3 * i + axis[i]] += step[i];
                }
            }
            return Arrays.stream(site).map(s -> s - Math.floor(s)).toArray();
        });
    }

    static MsdCurve msd(FrameStore run, double stepPs) {
        Displacements paths = new Displacements(run, 0, new int[0], Progress.NONE);
        return Msd.ofSpecies(run, paths, stepPs, Progress.NONE).get("Li");
    }

    static List<String> lithium() {
        return List.of("Li");
    }
}
