package org.ionscape.transport.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Displacements;

/**
 * Van Hove functions (L. Van Hove, Phys. Rev. 95, 249 (1954)). The self part takes every ion and evenly spread origins
 * from the continuous paths; the distinct part takes, at evenly spread origins, every ordered pair of two ions, one at
 * the origin and the other a lag later, by the nearest image.
 */
public final class VanHoveSearch {
    private static final int LAGS = 6;
    private static final double STEP = Math.sqrt(10);
    private static final long BLOCK_BYTES = 128L << 20;
    private static final double SELF_SAMPLES = 4e6;
    private static final double DISTINCT_PAIRS = 3e7;
    private static final int MOST_ORIGINS = 1000;
    private static final double MOST_SELF_A = 200;

    private final Displacements paths;
    private final int[] ions;
    private final double frameStepPs;
    private final int[] lags;

    private VanHoveSearch(Displacements paths, int[] ions, double frameStepPs, int[] lags) {
        this.paths = paths;
        this.ions = ions;
        this.frameStepPs = frameStepPs;
        this.lags = lags;
    }

    /** The functions at up to six lags, half a decade apart, down from half the run. At least two frames. */
    public static VanHove of(Displacements paths, int[] ions, double frameStepPs, Progress progress) {
        return new VanHoveSearch(paths, ions, frameStepPs, lags(paths.frames())).search(progress);
    }

    static int[] lags(int frames) {
        double longest = Math.max(1, frames / 2);
        int[] lags = new int[LAGS];
        for (int i = 0; i < LAGS; i++) {
            lags[LAGS - 1 - i] = (int) Math.max(1, Math.round(longest / Math.pow(STEP, i)));
        }
        return Arrays.stream(lags).distinct().toArray();
    }

    private VanHove search(Progress progress) {
        Self self = new Self();
        self.read(progress.part(0, 0.5));
        double maxA = PairCounting.sphereA(paths.cell());
        int bins = Counts.bins(maxA);
        int[] origins = new int[lags.length];
        double[][] distinct = new double[lags.length][];
        Snapshots snapshots = new Snapshots();
        for (int l = 0; l < lags.length; l++) {
            origins[l] = snapshots.origins(lags[l]);
        }
        snapshots.read(origins, progress.part(0.5, 0.7));
        for (int l = 0; l < lags.length; l++) {
            progress.report(70 + 30.0 * l / lags.length, 100, "%");
            distinct[l] = snapshots.distinct(lags[l], origins[l], bins, progress);
        }
        return new VanHove(
                Arrays.stream(lags).mapToDouble(n -> n * frameStepPs).toArray(),
                Counts.middles(self.bins()),
                self.densities(),
                Counts.middles(bins),
                distinct,
                self.nonGaussian(),
                ions.length,
                origins);
    }

    /** Frame of an origin. */
    private int origin(int i, int count, int lag) {
        return (int) ((long) i * (paths.frames() - lag) / count);
    }

    /** How far ions go. */
    private final class Self {
        private final double[][] counts = new double[lags.length][(int) (MOST_SELF_A / Counts.BIN_A)];
        private final double[] squares = new double[lags.length];
        private final double[] fourths = new double[lags.length];
        private final long[] samples = new long[lags.length];

        void read(Progress progress) {
            int block = paths.atomsWithin(BLOCK_BYTES);
            for (int start = 0; start < ions.length; start += block) {
                int[] some = Arrays.copyOfRange(ions, start, Math.min(ions.length, start + block));
                double[][] steps = paths.paths(
                        some,
                        progress.part((double) start / ions.length, (double) (start + some.length) / ions.length));
                for (int i = 0; i < some.length; i++) {
                    progress.check();
                    for (int l = 0; l < lags.length; l++) {
                        add(steps[3 * i], steps[3 * i + 1], steps[3 * i + 2], l);
                    }
                }
            }
        }

        private void add(double[] x, double[] y, double[] z, int l) {
            int lag = lags[l];
            int most = (int) Math.max(1, Math.min(paths.frames() - lag, SELF_SAMPLES / ions.length));
            double[] bins = counts[l];
            for (int i = 0; i < most; i++) {
                int t = origin(i, most, lag);
                double dx = x[t + lag] - x[t];
                double dy = y[t + lag] - y[t];
                double dz = z[t + lag] - z[t];
                double squared = dx * dx + dy * dy + dz * dz;
                squares[l] += squared;
                fourths[l] += squared * squared;
                bins[(int) Math.min(bins.length - 1, Math.sqrt(squared) / Counts.BIN_A)]++;
            }
            samples[l] += most;
        }

        /** Up to the farthest distance that occurs. */
        int bins() {
            int last = 0;
            for (double[] bins : counts) {
                for (int i = last; i < bins.length; i++) {
                    last = bins[i] > 0 ? i : last;
                }
            }
            return Math.min(counts[0].length, last + 1 + (int) (0.5 / Counts.BIN_A));
        }

        double[][] densities() {
            int bins = bins();
            double[][] out = new double[lags.length][];
            for (int l = 0; l < lags.length; l++) {
                double[] some = Arrays.copyOf(counts[l], bins);
                double smoothingA = smoothingA(Math.sqrt(squares[l] / samples[l]), (double) samples[l]);
                double[] spread = Counts.spread(some, smoothingA);
                double sum = Arrays.stream(spread).sum();
                out[l] = Arrays.stream(spread).map(v -> v / sum / Counts.BIN_A).toArray();
            }
            return out;
        }

        /** The usual power of the number of samples, half as wide as suits one peak: there may be several. */
        private static double smoothingA(double spreadA, double samples) {
            return Math.max(Counts.BIN_A / 2, 0.5 * spreadA * Math.pow(samples, -0.2));
        }

        double[] nonGaussian() {
            double[] out = new double[lags.length];
            for (int l = 0; l < lags.length; l++) {
                double mean = squares[l] / samples[l];
                out[l] = mean > 0 ? 3 * fourths[l] / samples[l] / (5 * mean * mean) - 1 : Double.NaN;
            }
            return out;
        }
    }

    /** Where the ions are in the frames that the distinct part needs. */
    private final class Snapshots {
        private final List<double[]> positions = new ArrayList<>();
        private final int[] indexOfFrame = new int[paths.frames()];

        int origins(int lag) {
            double pairs = (double) ions.length * ions.length;
            int most = Math.clamp((long) (DISTINCT_PAIRS / pairs), 5, MOST_ORIGINS);
            return Math.min(most, paths.frames() - lag);
        }

        void read(int[] origins, Progress progress) {
            boolean[] wanted = new boolean[paths.frames()];
            for (int l = 0; l < lags.length; l++) {
                for (int i = 0; i < origins[l]; i++) {
                    int t = origin(i, origins[l], lags[l]);
                    wanted[t] = true;
                    wanted[t + lags[l]] = true;
                }
            }
            paths.positions(ions, progress, (frame, fractional) -> {
                if (wanted[frame]) {
                    indexOfFrame[frame] = positions.size();
                    positions.add(fractional.clone());
                }
            });
        }

        double[] distinct(int lag, int origins, int bins, Progress progress) {
            double[] count = new double[bins];
            Cell cell = paths.cell();
            double[] m = cell.vectorsA();
            for (int i = 0; i < origins; i++) {
                int t = origin(i, origins, lag);
                add(positions.get(indexOfFrame[t]), positions.get(indexOfFrame[t + lag]), m, count, progress);
            }
            double[] expected = new double[bins];
            double perA3 = (double) origins * ions.length * (ions.length - 1) / cell.volumeA3();
            for (int i = 0; i < bins; i++) {
                expected[i] = perA3 * Counts.shellA3(i);
            }
            return Counts.quotient(
                    count, expected, Counts.smoothingA(Arrays.stream(count).sum()));
        }

        private void add(double[] then, double[] now, double[] m, double[] count, Progress progress) {
            for (int a = 0; a < then.length; a += 3) {
                progress.check();
                for (int b = 0; b < now.length; b += 3) {
                    if (a != b) {
                        Counts.tally(now[b] - then[a], now[b + 1] - then[a + 1], now[b + 2] - then[a + 2], m, count);
                    }
                }
            }
        }
    }
}
