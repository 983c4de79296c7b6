package org.ionscape.vibration;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.ReadHints;
import org.ionscape.format.scan.TrajectoryFiles;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.Trajectory;

/** Runs from files, and their vibrations with nothing subtracted. */
final class Runs {
    private Runs() {}

    static LoadedTrajectory read(Path file) {
        return TrajectoryFiles.read(List.of(file), ReadHints.NONE, Progress.NONE);
    }

    static Vibrations vibrations(Trajectory run, String mobile, double stepFs, double temperatureK, Preset preset) {
        Displacements paths = new Displacements(run, 0, new int[0], Progress.NONE);
        return new VibrationAnalysis(run, paths, List.of(mobile), stepFs / 1000, preset)
                .vibrations(OptionalDouble.of(temperatureK), Progress.NONE);
    }
}
