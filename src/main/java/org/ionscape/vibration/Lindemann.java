package org.ionscape.vibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Cell;

/**
 * The Lindemann ratio of a framework: how far its atoms swing as a share of their distance.
 *
 * @param ratio √⟨u²⟩ / d
 * @param stderr standard error of the ratio, NaN when the run is too short to tell
 * @param meanSquareA2 ⟨u²⟩, the mean squared distance of an atom from its mean position, Å²
 * @param neighbourA d, the mean distance to the nearest other framework atom, between mean positions, Å
 */
public record Lindemann(double ratio, double stderr, double meanSquareA2, double neighbourA) {

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
         * Adds an atom.
         *
         * @param start its fractional position in the first frame
         * @param paths displacements since then along x, y, z at {@code 3 × atom}, Å
         */
        void add(Cell cell, double[] start, double[][] paths, int atom) {
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
