package org.ionscape.vibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.Trajectory;

/**
 * The Lindemann ratio of a framework: how far its atoms swing as a share of their distance.
 *
 * @param ratio √⟨u²⟩ / d
 * @param stderr standard error of the ratio, NaN when the run is too short to tell
 * @param meanSquareA2 ⟨u²⟩, the mean squared distance of an atom from its mean position, Å²
 * @param neighbourA d, the mean distance to the nearest other framework atom, between mean positions, Å
 */
public record Lindemann(double ratio, double stderr, double meanSquareA2, double neighbourA) {
    /** Bytes of paths held at once. */
    private static final long BLOCK_BYTES = 128L << 20;

    /**
     * Of all atoms that are not mobile, without anything else that vibrates; the time between frames is not needed. Empty
     * with fewer than two such atoms.
     */
    public static Optional<Lindemann> of(
            Trajectory trajectory, Displacements paths, List<String> mobile, Progress progress) {
        Sums sums = new Sums(paths.frames(), 0);
        int[] atoms = trajectory
                .atoms()
                .indicesOf(trajectory.atoms().species().stream()
                        .filter(s -> !mobile.contains(s))
                        .toList());
        double[] start = new double[3 * trajectory.atoms().count()];
        trajectory.readFrame(trajectory.frameCount() - paths.frames(), start);
        int block = Math.max(1, paths.atomsWithin(BLOCK_BYTES));
        for (int from = 0; from < atoms.length; from += block) {
            int[] some = Arrays.copyOfRange(atoms, from, Math.min(atoms.length, from + block));
            sums.add(paths.cell(), start, some, paths.paths(some, progress), progress);
        }
        return sums.result(paths.cell(), progress);
    }

    /** Adds up over atoms as their paths come by. */
    static final class Sums {
        private final int frames;
        private final Blocks blocks;
        private final double[] blockSquares;
        private final List<double[]> places = new ArrayList<>();
        private double squares;

        Sums(int frames, double stepPs) {
            this.frames = frames;
            blocks = Blocks.of(frames, stepPs);
            blockSquares = new double[blocks.count()];
        }

        /**
         * Adds atoms.
         *
         * @param start fractional positions of all atoms in the first frame
         * @param atoms which are added
         * @param paths their displacements since then along x, y, z, Å
         */
        void add(Cell cell, double[] start, int[] atoms, double[][] paths, Progress progress) {
            for (int i = 0; i < atoms.length; i++) {
                progress.check();
                add(cell, Arrays.copyOfRange(start, 3 * atoms[i], 3 * atoms[i] + 3), paths, i);
            }
        }

        private void add(Cell cell, double[] start, double[][] paths, int atom) {
            double[] mean = new double[3];
            for (int k = 0; k < 3; k++) {
                double[] series = paths[3 * atom + k];
                mean[k] = Arrays.stream(series).sum() / frames;
                squares += deviation(series, mean[k], 0, frames);
                for (int b = 0; b < blockSquares.length; b++) {
                    blockSquares[b] += deviation(series, mean[k], blocks.start(b), blocks.length());
                }
            }
            double[] place = new double[3];
            cell.toFractional(mean, 0, place, 0);
            for (int k = 0; k < 3; k++) {
                place[k] += start[k];
            }
            places.add(place);
        }

        private static double deviation(double[] series, double mean, int from, int count) {
            double sum = 0;
            for (int f = from; f < from + count; f++) {
                sum += (series[f] - mean) * (series[f] - mean);
            }
            return sum;
        }

        /** Empty with fewer than two atoms. */
        Optional<Lindemann> result(Cell cell, Progress progress) {
            int atoms = places.size();
            if (atoms < 2) {
                return Optional.empty();
            }
            double neighbourA = neighbour(cell, progress);
            double[] ofBlocks = Arrays.stream(blockSquares)
                    .map(s -> Math.sqrt(s / atoms / blocks.length()) / neighbourA)
                    .toArray();
            double meanSquare = squares / atoms / frames;
            return Optional.of(new Lindemann(
                    Math.sqrt(meanSquare) / neighbourA, Blocks.standardError(ofBlocks), meanSquare, neighbourA));
        }

        /** The nearest image is looked for among the 27 about the reduced vector, so that skew cells are right too. */
        private double neighbour(Cell cell, Progress progress) {
            double sum = 0;
            for (int i = 0; i < places.size(); i++) {
                progress.check();
                double nearest = Double.POSITIVE_INFINITY;
                for (int j = 0; j < places.size(); j++) {
                    if (i != j) {
                        nearest = Math.min(nearest, squaredDistance(cell, places.get(i), places.get(j)));
                    }
                }
                sum += Math.sqrt(nearest);
            }
            return sum / places.size();
        }

        private static double squaredDistance(Cell cell, double[] a, double[] b) {
            double[] reduced = new double[3];
            for (int k = 0; k < 3; k++) {
                reduced[k] = b[k] - a[k] - Math.rint(b[k] - a[k]);
            }
            double[] r = new double[3];
            double nearest = Double.POSITIVE_INFINITY;
            for (int image = 0; image < 27; image++) {
                int[] shift = {image % 3 - 1, image / 3 % 3 - 1, image / 9 - 1};
                double[] s = {reduced[0] + shift[0], reduced[1] + shift[1], reduced[2] + shift[2]};
                cell.toCartesian(s, 0, r, 0);
                nearest = Math.min(nearest, r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
            }
            return nearest;
        }
    }
}
