package org.ionscape.app.viewer;

import java.nio.file.Path;
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
 * @param kind what it was taken for when it was opened
 * @param stage its frames, ready to be shown
 * @param extent whether these are all frames or only the first, while the rest is being read
 */
record LoadedRun(RunItem item, Kind kind, Stage stage, Extent extent) implements AutoCloseable {
    /** How much of a run is there. */
    enum Extent {
        FIRST_FRAME,
        ALL
    }

    /** What decides how a run is shown. */
    record Kind(List<Path> files, List<String> mobile, OptionalDouble timeStepFs) {
        static Kind of(RunItem item) {
            return new Kind(item.info().files(), item.mobile(), item.timeStepFs());
        }
    }

    /** Whether this is the run as it is taken for now. */
    boolean isOf(RunItem run) {
        return item == run && kind.equals(Kind.of(run));
    }

    /** The first frame alone; quick for any file. */
    static LoadedRun firstFrame(RunItem item, Kind kind, Progress progress) {
        RunInfo info = item.info();
        TrajectoryHead head = TrajectoryFiles.head(kind.files().getFirst(), info.hints(), progress);
        try (FrameStore.Builder builder = new FrameStore.Builder(head.atoms())) {
            builder.add(head.cell(), head.firstFrame());
            return of(item, kind, builder.build(), Extent.FIRST_FRAME, progress);
        }
    }

    /** All frames. */
    static LoadedRun all(RunItem item, Kind kind, Progress progress) {
        RunInfo info = item.info();
        LoadedTrajectory loaded = TrajectoryFiles.read(kind.files(), info.hints(), progress.part(0, 0.8));
        return of(item, kind, loaded.trajectory(), Extent.ALL, progress.part(0.8, 1));
    }

    private static LoadedRun of(RunItem item, Kind kind, Trajectory trajectory, Extent extent, Progress progress) {
        try {
            List<String> moving =
                    kind.mobile().isEmpty() ? MobileIon.of(trajectory.atoms().species()) : kind.mobile();
            return new LoadedRun(item, kind, new Stage(trajectory, moving, progress), extent);
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
