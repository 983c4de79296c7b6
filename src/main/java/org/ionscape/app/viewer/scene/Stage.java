package org.ionscape.app.viewer.scene;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Trajectory;

/**
 * A trajectory made ready to be shown: its paths, bonds and trails, and the positions of the frame that is up. Made in a
 * job; used on one thread afterwards.
 */
public final class Stage {
    private final Trajectory trajectory;
    private final FramePaths paths;
    private final FramePaths.Cursor cursor;
    private final Bonds bonds;
    private final Trails trails;
    private final Scene scene;
    private final boolean[] mobile;
    private final double[] startA;
    private final double[] pathA;
    private final double[] shownA;
    private final double[] masses;
    private final Set<Scene.Part> parts = EnumSet.allOf(Scene.Part.class);
    private FramePaths.Folding folding = FramePaths.Folding.UNWRAPPED;
    private Optional<Cloud> cloud = Optional.empty();
    private int frame;

    /** Passes through all frames once. */
    public Stage(Trajectory trajectory, List<String> mobileSpecies, Progress progress) {
        this.trajectory = trajectory;
        Atoms atoms = trajectory.atoms();
        int width = 3 * atoms.count();
        mobile = new boolean[atoms.count()];
        for (int i = 0; i < mobile.length; i++) {
            mobile[i] = mobileSpecies.contains(atoms.speciesOf(i));
        }
        masses = atoms.massesU();
        double[] first = new double[width];
        trajectory.readFrame(0, first);
        bonds = Bonds.find(atoms, mobile, trajectory.cell(0), first);
        paths = new FramePaths(trajectory, bonds.imagesThatKeepFragmentsWhole(first), progress);
        cursor = paths.cursor();
        trails = new Trails(
                paths, IntStream.range(0, mobile.length).filter(i -> mobile[i]).toArray());
        scene = new Scene(atoms, mobile);
        startA = new double[width];
        pathA = new double[width];
        shownA = new double[width];
        cursor.positionsA(0, FramePaths.Folding.UNWRAPPED, startA);
        show(0);
    }

    public Scene scene() {
        return scene;
    }

    public Trajectory trajectory() {
        return trajectory;
    }

    /** The cell of the frame shown. */
    public Cell cell() {
        return trajectory.cell(frame);
    }

    public int frame() {
        return frame;
    }

    /** Brings up a frame. */
    public void show(int wanted) {
        frame = Math.clamp(wanted, 0, trajectory.frameCount() - 1);
        cursor.positionsA(frame, FramePaths.Folding.UNWRAPPED, pathA);
        if (folding == FramePaths.Folding.UNWRAPPED) {
            System.arraycopy(pathA, 0, shownA, 0, pathA.length);
        } else {
            cursor.positionsA(frame, folding, shownA);
        }
        if (parts.contains(Scene.Part.TRAILS)) {
            trails.endAt(frame);
        }
    }

    public void fold(FramePaths.Folding how) {
        folding = how;
        show(frame);
    }

    public Set<Scene.Part> parts() {
        return Set.copyOf(parts);
    }

    /** Shows a part of the picture. */
    public void include(Scene.Part part) {
        parts.add(part);
        show(frame);
    }

    /** Leaves a part of the picture out. */
    public void exclude(Scene.Part part) {
        parts.remove(part);
    }

    public void trailFrames(int frames) {
        trails.length(frames);
        show(frame);
    }

    /** Where the mobile ions are how often, to be drawn behind, between and before the atoms. */
    public void cloud(Optional<Cloud> next) {
        cloud = next;
    }

    /** Where the mobile ions are how often; empty while that is not known. */
    public Optional<Cloud> cloud() {
        return cloud;
    }

    /** Builds the drawing of the frame that is up. */
    public void build(Camera camera) {
        scene.build(camera, cell(), shownA, pathA, bonds, trails, cloud, parts);
    }

    /** How far an atom is from where it was in the first frame, Å, beside the framework's common motion. */
    public double displacementA(int atom) {
        double[] common = new double[3];
        double mass = 0;
        for (int i = 0; i < mobile.length; i++) {
            if (!mobile[i]) {
                mass += masses[i];
                for (int k = 0; k < 3; k++) {
                    common[k] += masses[i] * (pathA[3 * i + k] - startA[3 * i + k]);
                }
            }
        }
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double drift = mass > 0 ? common[k] / mass : 0;
            double step = pathA[3 * atom + k] - startA[3 * atom + k] - drift;
            sum += step * step;
        }
        return Math.sqrt(sum);
    }
}
