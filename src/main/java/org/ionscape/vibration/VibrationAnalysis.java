package org.ionscape.vibration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.Trajectory;

/**
 * The vibrations of a run: velocity autocorrelations, densities of states by group with what follows from them, and the
 * Lindemann ratio.
 *
 * <p>Velocities are forward differences of the unwrapped paths, Δr/Δt, at half steps; where the cell varies, taken with
 * the cell of the earlier frame, so that the motion of the cell itself is no velocity. Preset paper follows C. López et
 * al., Mater. Horiz. 10, 1757 (2023): biased, unweighted autocorrelation over the full run, its transform without window
 * or norm. Preset recommended weighs by mass (an atom then counts by its energy, as a density of states asks), averages
 * over segments under a window, undoes the response of the finite difference and makes the integral one.
 *
 * <p>Standard errors are those of the mean of the values of consecutive blocks of the run, each analysed as the whole.
 */
public final class VibrationAnalysis {
    /** Frames needed: three make two velocities. */
    public static final int FEWEST_FRAMES = 3;

    /** Bytes of paths held at once. */
    private static final long BLOCK_BYTES = 128L << 20;

    private final Trajectory trajectory;
    private final Displacements paths;
    private final List<String> mobile;
    private final double stepPs;
    private final Preset preset;
    private final int values;
    private final int firstFrame;
    private final Lindemann.Sums swings;

    /**
     * An analysis of a run.
     *
     * @param trajectory the frames
     * @param paths of the same trajectory, at least {@value #FEWEST_FRAMES} frames
     * @param mobile the mobile species; all others are the framework
     * @param stepPs time between frames, ps
     */
    public VibrationAnalysis(
            Trajectory trajectory, Displacements paths, List<String> mobile, double stepPs, Preset preset) {
        this.trajectory = trajectory;
        this.paths = paths;
        this.mobile = List.copyOf(mobile);
        this.stepPs = stepPs;
        this.preset = preset;
        this.values = paths.frames() - 1;
        this.firstFrame = trajectory.frameCount() - paths.frames();
        this.swings = new Lindemann.Sums(paths.frames(), stepPs);
    }

    /**
     * Computes everything, in O(atoms × frames × log frames).
     *
     * <p>10 000 frames × 300 atoms, all groups, with errors: 0.9 s (recommended) and 1.0 s (paper) on one core of a busy
     * 2-core virtual machine, about thirty times one reading of the unwrapped paths in the same run
     * ({@code VibrationBenchmark}).
     *
     * @param temperatureK for energies and entropies; NaN are those without it
     */
    public Vibrations vibrations(OptionalDouble temperatureK, Progress progress) {
        Atoms atoms = trajectory.atoms();
        List<String> species = atoms.species();
        Map<String, SpeciesSpectra> spectra = new LinkedHashMap<>();
        for (int s = 0; s < species.size(); s++) {
            Progress part = progress.part((double) s / species.size(), (s + 1.0) / species.size());
            spectra.put(species.get(s), spectra(species.get(s), part));
        }
        Map<String, Vacf> vacf = new LinkedHashMap<>();
        Map<String, Vdos> vdos = new LinkedHashMap<>();
        groups(species).forEach((name, members) -> {
            progress.check();
            GroupSpectra group = new GroupSpectra(spectra, members, values, stepPs, preset);
            vacf.put(name, group.vacf());
            vdos.put(name, group.vdos(temperatureK));
        });
        GroupSpectra all = new GroupSpectra(spectra, species, values, stepPs, preset);
        return new Vibrations(
                vacf,
                vdos,
                all.kineticTemperatureK(atoms.count()),
                all.nyquistMeV(),
                all.shareNearNyquist(),
                swings.result(paths.cell(), progress),
                method());
    }

    /** The species of each group; a framework only where there is one. */
    private Map<String, List<String>> groups(List<String> species) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put(Vibrations.ALL, species);
        groups.put(Vibrations.MOBILE, species.stream().filter(mobile::contains).toList());
        groups.put(
                Vibrations.FRAMEWORK,
                species.stream().filter(s -> !mobile.contains(s)).toList());
        species.forEach(s -> groups.put(s, List.of(s)));
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private SpeciesSpectra spectra(String species, Progress progress) {
        int[] atoms = trajectory.atoms().indicesOf(List.of(species));
        SpeciesMotion motion = new SpeciesMotion(values, stepPs, preset);
        double[] firstPositions = new double[3 * trajectory.atoms().count()];
        trajectory.readFrame(firstFrame, firstPositions);
        int block = Math.max(2, paths.atomsWithin(BLOCK_BYTES) / 2 * 2); // pairs of series stay together
        for (int start = 0; start < atoms.length; start += block) {
            int[] some = Arrays.copyOfRange(atoms, start, Math.min(atoms.length, start + block));
            double[][] series = paths.paths(some, progress);
            if (!mobile.contains(species)) {
                swings.add(paths.cell(), firstPositions, some, series, progress);
            }
            differentiate(series, progress);
            motion.add(series, progress);
        }
        return motion.spectra();
    }

    /** Turns paths into velocities in place, Å/ps; the last value of each series is left over. */
    private void differentiate(double[][] series, Progress progress) {
        double[] step = new double[3];
        for (int i = 0; i < series.length; i += 3) {
            progress.check();
            for (int f = 0; f < values; f++) {
                for (int k = 0; k < 3; k++) {
                    step[k] = (series[i + k][f + 1] - series[i + k][f]) / stepPs;
                }
                if (trajectory.hasVariableCell()) {
                    Cell now = trajectory.cell(firstFrame + f);
                    paths.cell().toFractional(step, 0, step, 0);
                    now.toCartesian(step, 0, step, 0);
                }
                for (int k = 0; k < 3; k++) {
                    series[i + k][f] = step[k];
                }
            }
        }
    }

    private String method() {
        if (preset == Preset.PAPER) {
            return "periodogram of the whole run, unweighted";
        }
        double segmentPs = SpeciesMotion.segment(values, stepPs) * stepPs;
        return "mass-weighted, Welch with Hann windows of " + VibrationWarnings.plain(segmentPs, 3) + " ps, resolution "
                + VibrationWarnings.plain(1.5 * GroupSpectra.PLANCK_MEV_PER_THZ / segmentPs, 2) + " meV";
    }
}
