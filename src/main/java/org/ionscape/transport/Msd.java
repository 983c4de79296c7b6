package org.ionscape.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.Trajectory;

/**
 * Mean-squared displacements of every species of a run:
 * MSD(τ) = ⟨|r(t+τ) − r(t)|²⟩ over ions and all N−n time origins, lags n = 0 … ⌊N/2⌋ (C. López et al., Mater. Horiz.
 * 10, 1757 (2023), eq. 3).
 */
public final class Msd {
    /** Bytes of paths held at once. */
    private static final long BLOCK_BYTES = 256L << 20;

    private static final double FEWEST_A = 1.5;
    private static final double LARGEST_A = 5;

    private Msd() {}

    /**
     * The curves of all species.
     *
     * @param trajectory for the arrangement of the atoms, from which the length of a jump is taken
     * @param paths of the same trajectory
     * @param frameStepPs time between frames, ps
     * @return by species in order of appearance; at least two frames are needed
     */
    public static Map<String, MsdCurve> ofSpecies(
            Trajectory trajectory, Displacements paths, double frameStepPs, Progress progress) {
        Atoms atoms = trajectory.atoms();
        Map<String, MsdCurve> curves = new LinkedHashMap<>();
        List<String> species = atoms.species();
        for (int s = 0; s < species.size(); s++) {
            int[] indices = atoms.indicesOf(List.of(species.get(s)));
            Progress part = progress.part((double) s / species.size(), (s + 1.0) / species.size());
            double jumpA = JumpLength.of(trajectory, indices, FEWEST_A, LARGEST_A);
            curves.put(species.get(s), ofIons(paths, indices, frameStepPs, jumpA, part));
        }
        return curves;
    }

    /** The curve of given ions, read in blocks that fit into memory. */
    static MsdCurve ofIons(
            Displacements displacements, int[] ions, double frameStepPs, double jumpA, Progress progress) {
        MsdKernel kernel = new MsdKernel(displacements.frames());
        FourthMoment fourth = new FourthMoment(displacements.frames() / 2);
        int block = Math.max(2, displacements.atomsWithin(BLOCK_BYTES) / 2 * 2); // pairs stay together
        int moved = 0;
        for (int start = 0; start < ions.length; start += block) {
            int[] some = Arrays.copyOfRange(ions, start, Math.min(ions.length, start + block));
            double[][] paths = displacements.paths(some, progress);
            moved += countMoved(paths, jumpA / 2);
            kernel.add(paths, progress);
            fourth.add(paths);
        }
        return curve(kernel, fourth, displacements.frames(), frameStepPs, moved, jumpA);
    }

    /** The curve of one walker: x, y and z against frame, Å. */
    static MsdCurve ofPaths(double[][] paths, double frameStepPs) {
        MsdKernel kernel = new MsdKernel(paths[0].length);
        kernel.add(paths, Progress.NONE);
        FourthMoment fourth = new FourthMoment(paths[0].length / 2);
        fourth.add(paths);
        return curve(kernel, fourth, paths[0].length, frameStepPs, paths.length / 3, FEWEST_A);
    }

    private static MsdCurve curve(
            MsdKernel kernel, FourthMoment fourth, int frames, double frameStepPs, int moved, double jumpA) {
        double[][] axes = {kernel.meanSquare(0), kernel.meanSquare(1), kernel.meanSquare(2)};
        double[][] cross = new double[3][];
        double[] msd = new double[axes[0].length];
        double[] lagPs = new double[msd.length];
        for (int k = 0; k < 3; k++) {
            cross[k] = kernel.meanSquare(3 + k); // (x+y)² = x² + y² + 2xy
            for (int n = 0; n < msd.length; n++) {
                cross[k][n] = (cross[k][n] - axes[k][n] - axes[(k + 1) % 3][n]) / 2;
                msd[n] += axes[k][n];
            }
        }
        for (int n = 0; n < lagPs.length; n++) {
            lagPs[n] = n * frameStepPs;
        }
        return new MsdCurve(
                kernel.ions(),
                frames,
                frameStepPs,
                lagPs,
                msd,
                axes,
                cross,
                fourth.lags(),
                fourth.means(),
                kernel.stderr(msd),
                moved,
                jumpA);
    }

    /** Ions whose mean place in the last tenth of the run is further than given from that in the first tenth. */
    private static int countMoved(double[][] paths, double distanceA) {
        int moved = 0;
        for (int i = 0; i < paths.length; i += 3) {
            double square = 0;
            for (int k = 0; k < 3; k++) {
                double[] series = paths[i + k];
                int tenth = Math.max(1, series.length / 10);
                double begin = 0;
                double end = 0;
                for (int f = 0; f < tenth; f++) {
                    begin += series[f] / tenth;
                    end += series[series.length - 1 - f] / tenth;
                }
                square += (end - begin) * (end - begin);
            }
            if (square > distanceA * distanceA) {
                moved++;
            }
        }
        return moved;
    }

    /** The mean over all atoms, from the curves of the species weighted by their numbers. */
    public static MsdCurve ofAll(Map<String, MsdCurve> species) {
        List<MsdCurve> curves = new ArrayList<>(species.values());
        MsdCurve one = curves.getFirst();
        int atoms = curves.stream().mapToInt(MsdCurve::ions).sum();
        int length = one.lagPs().length;
        double[] variance = new double[length];
        double[] msd = new double[length];
        double[][] axes = new double[3][length];
        double[][] cross = new double[3][length];
        int moved = 0;
        for (MsdCurve curve : curves) {
            double share = (double) curve.ions() / atoms;
            moved += curve.ionsMoved();
            for (int n = 0; n < length; n++) {
                msd[n] += share * curve.msdA2()[n];
                variance[n] += Math.pow(share * curve.stderrA2()[n], 2);
                for (int k = 0; k < 3; k++) {
                    axes[k][n] += share * curve.axisMsdA2()[k][n];
                    cross[k][n] += share * curve.crossMsdA2()[k][n];
                }
            }
        }
        double[] fourth = new double[one.fourthLags().length];
        for (MsdCurve curve : curves) {
            for (int i = 0; i < fourth.length; i++) {
                fourth[i] += (double) curve.ions() / atoms * curve.fourthMomentA4()[i];
            }
        }
        double[] stderr = Arrays.stream(variance).map(Math::sqrt).toArray();
        return new MsdCurve(
                atoms,
                one.frames(),
                one.frameStepPs(),
                one.lagPs(),
                msd,
                axes,
                cross,
                one.fourthLags(),
                fourth,
                stderr,
                moved,
                one.jumpA());
    }
}
