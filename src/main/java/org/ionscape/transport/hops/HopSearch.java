package org.ionscape.transport.hops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ionscape.compute.Progress;
import org.ionscape.trajectory.Displacements;

/**
 * Finds the hops of mobile ions. The places about which an ion vibrates come from its positions by {@link Clustering}; a
 * frame belongs to a vibration if the ion is within {@value #VIBRATION_A} Å of a centre; a hop is the passage between
 * two centres (C. López et al., and the program IonDiff of the same group). Frames between two vibrations about the same
 * centre are an excursion, not a hop.
 */
public final class HopSearch {
    /** How far from a centre an ion still vibrates about it, Å. */
    public static final double VIBRATION_A = 0.4;

    /** Root-mean-square distance from its one centre beyond which an ion does not just vibrate, Å. */
    private static final double WANDERING_A = 1;

    private static final long BLOCK_BYTES = 128L << 20;

    private final Displacements paths;
    private final double frameStepPs;
    private final List<Hop> hops = new ArrayList<>();
    private final List<VibrationCentre> centres = new ArrayList<>();
    private final List<Double> stays = new ArrayList<>();
    private int wandering;

    private HopSearch(Displacements paths, double frameStepPs) {
        this.paths = paths;
        this.frameStepPs = frameStepPs;
    }

    /**
     * The hops of some ions.
     *
     * @param paths of the trajectory, common motion subtracted
     * @param ions indices of the mobile ions
     * @param seed of the shifted runs that correlated hops are held against
     */
    public static Hops find(Displacements paths, int[] ions, double frameStepPs, long seed, Progress progress) {
        HopSearch search = new HopSearch(paths, frameStepPs);
        int block = paths.atomsWithin(BLOCK_BYTES);
        Progress ionProgress = progress.part(0, 0.9);
        for (int start = 0; start < ions.length; start += block) {
            int[] some = Arrays.copyOfRange(ions, start, Math.min(ions.length, start + block));
            search.addAll(some, start, ions.length, ionProgress);
        }
        Correlation correlation =
                HopPairs.correlation(search.hops, search.centres, paths, frameStepPs, seed, progress.part(0.9, 1));
        return new Hops(
                ions.clone(),
                paths.frames(),
                frameStepPs,
                search.hops,
                search.centres,
                search.residence(),
                correlation,
                search.wandering);
    }

    private void addAll(int[] ions, int done, int total, Progress progress) {
        double[] startA = paths.startFractional(ions);
        double[][] steps = paths.paths(ions, progress.part((double) done / total, (done + 0.3 * ions.length) / total));
        for (int i = 0; i < ions.length; i++) {
            progress.check();
            progress.report(done + 0.3 * ions.length + 0.7 * i, total, "ions");
            paths.cell().toCartesian(startA, 3 * i, startA, 3 * i);
            double[][] path = {steps[3 * i], steps[3 * i + 1], steps[3 * i + 2]};
            for (int k = 0; k < 3; k++) {
                for (int f = 0; f < path[k].length; f++) {
                    path[k][f] += startA[3 * i + k];
                }
            }
            add(ions[i], path);
        }
    }

    private void add(int ion, double[][] path) {
        double[] centre = Clustering.centres(path, 2 * VIBRATION_A);
        if (centre.length == 3 && spreadA(path, centre) > WANDERING_A) {
            wandering++;
        }
        int first = hops.size();
        int[] visits = new int[centre.length / 3];
        double[] residence = new double[visits.length];
        int at = -1; // the centre vibrated about last
        int last = 0; // the last frame of that
        int arrived = 0;
        for (int f = 0; f < path[0].length; f++) {
            int now = vibratesAbout(path, f, centre);
            if (now < 0) {
                continue;
            }
            if (now != at) {
                if (at >= 0) {
                    residence[at] += (last - arrived) * frameStepPs;
                    if (hops.size() > first) {
                        stays.add((last - arrived) * frameStepPs);
                    }
                    hops.add(hop(ion, last, f, at, now, centre));
                }
                visits[now]++;
                arrived = f;
            }
            at = now;
            last = f;
        }
        if (at >= 0) {
            residence[at] += (last - arrived) * frameStepPs;
        }
        markReturns(first);
        for (int c = 0; c < visits.length; c++) {
            centres.add(
                    new VibrationCentre(ion, c, Arrays.copyOfRange(centre, 3 * c, 3 * c + 3), visits[c], residence[c]));
        }
    }

    private static double spreadA(double[][] path, double[] centre) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            for (double x : path[k]) {
                sum += (x - centre[k]) * (x - centre[k]);
            }
        }
        return Math.sqrt(sum / path[0].length);
    }

    private static int vibratesAbout(double[][] path, int frame, double[] centre) {
        double[] at = {path[0][frame], path[1][frame], path[2][frame]};
        int nearest = Clustering.nearest(at, 0, centre);
        return Clustering.squared(at, 0, centre, 3 * nearest) < VIBRATION_A * VIBRATION_A ? nearest : -1;
    }

    private Hop hop(int ion, int start, int end, int from, int to, double[] centre) {
        return new Hop(
                ion,
                paths.firstFrame() + start,
                paths.firstFrame() + end,
                from,
                to,
                Math.sqrt(Clustering.squared(centre, 3 * from, centre, 3 * to)),
                (end - start) * frameStepPs,
                false);
    }

    private void markReturns(int first) {
        for (int h = first; h + 1 < hops.size(); h++) {
            Hop hop = hops.get(h);
            if (hops.get(h + 1).to() == hop.from()) {
                hops.set(
                        h,
                        new Hop(
                                hop.ion(),
                                hop.startFrame(),
                                hop.endFrame(),
                                hop.from(),
                                hop.to(),
                                hop.lengthA(),
                                hop.durationPs(),
                                true));
            }
        }
    }

    private Residence residence() {
        double[] whole =
                stays.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double total =
                centres.stream().mapToDouble(VibrationCentre::residencePs).sum();
        double mean = hops.isEmpty() ? Double.NaN : total / hops.size();
        double median = whole.length == 0 ? Double.NaN : (whole[(whole.length - 1) / 2] + whole[whole.length / 2]) / 2;
        return new Residence(mean, mean / Math.sqrt(hops.size()), median, whole);
    }
}
