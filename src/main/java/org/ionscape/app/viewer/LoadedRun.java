package org.ionscape.app.viewer;

import java.util.List;
import java.util.OptionalDouble;
import org.ionscape.app.RunItem;
import org.ionscape.app.viewer.scene.Stage;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.MobileIon;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.TrajectoryHead;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.TrajectoryFiles;
import org.ionscape.trajectory.FrameStore;
import org.ionscape.trajectory.Trajectory;

/**
 * A run opened for the viewer. Holds the trajectory until closed.
 *
 * @param item the run
 * @param stage its frames, ready to be shown
 * @param extent whether these are all frames or only the first, while the rest is being read
 */
record LoadedRun(RunItem item, Stage stage, Extent extent) implements AutoCloseable {
    /** How much of a run is there. */
    enum Extent {
        FIRST_FRAME,
        ALL
    }

    /** The first frame alone; quick for any file. */
    static LoadedRun firstFrame(RunItem item, List<String> mobile, Progress progress) {
        RunInfo info = item.info();
        TrajectoryHead head = TrajectoryFiles.head(info.files().getFirst(), info.hints(), progress);
        try (FrameStore.Builder builder = new FrameStore.Builder(head.atoms())) {
            builder.add(head.cell(), head.firstFrame());
            return of(item, builder.build(), mobile, Extent.FIRST_FRAME, progress);
        }
    }

    /** All frames. */
    static LoadedRun all(RunItem item, List<String> mobile, Progress progress) {
        RunInfo info = item.info();
        LoadedTrajectory loaded = TrajectoryFiles.read(info.files(), info.hints(), progress.part(0, 0.8));
        return of(item, loaded.trajectory(), mobile, Extent.ALL, progress.part(0.8, 1));
    }

    private static LoadedRun of(
            RunItem item, Trajectory trajectory, List<String> mobile, Extent extent, Progress progress) {
        try {
            List<String> moving =
                    mobile.isEmpty() ? MobileIon.of(trajectory.atoms().species()) : mobile;
            return new LoadedRun(item, new Stage(trajectory, moving, progress), extent);
        } catch (RuntimeException e) {
            trajectory.close();
            throw e;
        }
    }

    /** Time between frames in ps, as corrected, recognised or said by the file. */
    OptionalDouble framePs() {
        OptionalDouble fs = item.timeStepFs();
        OptionalDouble known = fs.isPresent() ? fs : stage.trajectory().timeStepFs();
        return known.isPresent() ? OptionalDouble.of(known.getAsDouble() / 1000) : known;
    }

    @Override
    public void close() {
        stage.trajectory().close();
    }
}
