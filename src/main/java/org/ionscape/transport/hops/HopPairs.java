package org.ionscape.transport.hops;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Displacements;

/** Counts pairs of hops that are near in space and time, as they are and with the ions shifted in time. */
final class HopPairs {
    private static final double WITHIN_A = 5;
    private static final int SHIFTED = 500;
    private static final int MOST_HOPS = 3000;
    private static final int NO_PERIOD = 1 << 30;

    private final int[] ion;
    private final int[] start;
    private final int[] end;
    private final int frames;
    private final int window;
    /** Two hops each: near in space, of different ions. */
    private int[] near = new int[64];

    private int nearCount;

    private HopPairs(List<Hop> hops, int firstFrame, int frames, int window) {
        Map<Integer, Integer> ordinal = new HashMap<>();
        this.ion = hops.stream()
                .mapToInt(h -> {
                    int next = ordinal.size();
                    return ordinal.computeIfAbsent(h.ion(), i -> next);
                })
                .toArray();
        this.start = hops.stream().mapToInt(h -> h.startFrame() - firstFrame).toArray();
        this.end = hops.stream().mapToInt(h -> h.endFrame() - firstFrame).toArray();
        this.frames = frames;
        this.window = window;
    }

    static Correlation correlation(
            List<Hop> found,
            List<VibrationCentre> centres,
            Displacements paths,
            double frameStepPs,
            long seed,
            Progress progress) {
        List<Hop> hops = found.stream()
                .sorted(Comparator.comparingInt(Hop::startFrame).thenComparingInt(Hop::ion))
                .limit(MOST_HOPS)
                .toList();
        double meanPs = hops.stream().mapToDouble(Hop::durationPs).average().orElse(0);
        int window = (int) Math.max(1, Math.round(meanPs / frameStepPs));
        HopPairs pairs = new HopPairs(hops, paths.firstFrame(), paths.frames(), window);
        pairs.findNear(midpoints(hops, centres, paths.cell()), paths.cell(), progress);
        boolean[] paired = new boolean[hops.size()];
        long observed = pairs.count(pairs.start, pairs.end, NO_PERIOD, paired);
        double sum = 0;
        double squares = 0;
        int atLeast = 0;
        for (int s = 0; s < SHIFTED; s++) {
            progress.report(s, SHIFTED, "shifted runs");
            long n = pairs.countShifted(new SplittableRandom(seed * 1_000_003L + s));
            sum += n;
            squares += (double) n * n;
            atLeast += n >= observed ? 1 : 0;
        }
        double expected = sum / SHIFTED;
        long concerted = 0;
        for (boolean one : paired) {
            concerted += one ? 1 : 0;
        }
        return new Correlation(
                observed,
                expected,
                Math.sqrt(Math.max(0, squares / SHIFTED - expected * expected)),
                expected > 0 ? observed / expected : Double.NaN,
                (1.0 + atLeast) / (1 + SHIFTED),
                hops.isEmpty() ? Double.NaN : (double) concerted / hops.size(),
                window * frameStepPs,
                WITHIN_A,
                SHIFTED,
                hops.size());
    }

    /** Fractional midpoints of the hops. */
    private static double[] midpoints(List<Hop> hops, List<VibrationCentre> centres, Cell cell) {
        Map<Long, double[]> positions = new HashMap<>();
        centres.forEach(c -> positions.put(key(c.ion(), c.centre()), c.positionA()));
        double[] midpoints = new double[3 * hops.size()];
        for (int h = 0; h < hops.size(); h++) {
            double[] from = positions.get(key(hops.get(h).ion(), hops.get(h).from()));
            double[] to = positions.get(key(hops.get(h).ion(), hops.get(h).to()));
            for (int k = 0; k < 3; k++) {
                midpoints[3 * h + k] = (from[k] + to[k]) / 2;
            }
            cell.toFractional(midpoints, 3 * h, midpoints, 3 * h);
        }
        return midpoints;
    }

    private static long key(int ion, int centre) {
        return (long) ion << 32 | centre;
    }

    private void findNear(double[] midpoints, Cell cell, Progress progress) {
        double[] step = new double[3];
        for (int a = 0; a < ion.length; a++) {
            progress.check();
            for (int b = 0; b < a; b++) {
                if (ion[a] == ion[b]) {
                    continue;
                }
                for (int k = 0; k < 3; k++) {
                    step[k] = midpoints[3 * a + k] - midpoints[3 * b + k];
                    step[k] -= Math.rint(step[k]);
                }
                cell.toCartesian(step, 0, step, 0);
                if (step[0] * step[0] + step[1] * step[1] + step[2] * step[2] < WITHIN_A * WITHIN_A) {
                    addNear(a, b);
                }
            }
        }
    }

    private void addNear(int a, int b) {
        if (2 * nearCount == near.length) {
            near = Arrays.copyOf(near, 2 * near.length);
        }
        near[2 * nearCount] = a;
        near[2 * nearCount + 1] = b;
        nearCount++;
    }

    private long countShifted(SplittableRandom random) {
        int ions = Arrays.stream(ion).max().orElse(-1) + 1;
        int[] shift = new int[ions];
        for (int i = 0; i < ions; i++) {
            shift[i] = random.nextInt(frames);
        }
        int[] from = new int[ion.length];
        int[] to = new int[ion.length];
        for (int h = 0; h < ion.length; h++) {
            from[h] = (start[h] + shift[ion[h]]) % frames;
            to[h] = from[h] + end[h] - start[h];
        }
        return count(from, to, frames, new boolean[ion.length]);
    }

    /** Pairs that overlap in time, which comes round after a period. */
    private long count(int[] from, int[] to, int period, boolean[] paired) {
        long n = 0;
        for (int p = 0; p < nearCount; p++) {
            int a = near[2 * p];
            int b = near[2 * p + 1];
            if (overlap(from[a], to[a], from[b], to[b])
                    || overlap(from[a] + period, to[a] + period, from[b], to[b])
                    || overlap(from[a], to[a], from[b] + period, to[b] + period)) {
                n++;
                paired[a] = true;
                paired[b] = true;
            }
        }
        return n;
    }

    private boolean overlap(int fromA, int toA, int fromB, int toB) {
        return fromA <= toB + window && fromB <= toA + window;
    }
}
