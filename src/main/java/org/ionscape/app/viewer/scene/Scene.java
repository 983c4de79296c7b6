package org.ionscape.app.viewer.scene;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Element;

/**
 * One frame as things to draw, in arrays that are used again for the next: atoms as discs, bonds, trails and the cell's
 * edges as short segments, all in one order from far to near. Building a frame allocates nothing once the arrays have
 * grown to the scene.
 */
public final class Scene {
    /** What may be left out of the picture. */
    public enum Part {
        TRAILS,
        BONDS,
        CELL,
        DENSITY
    }

    /** Colour of a segment that is an edge of the cell. */
    public static final int CELL_RAMP = -1;
    /** Colour of a point of the density; its step of density stands in place of an age. */
    public static final int CLOUD_RAMP = -2;
    /** Steps of fading with depth. */
    public static final int DEPTH_STEPS = 20;
    /** Steps of fading with age. */
    public static final int AGE_STEPS = 6;

    private static final int MOST_ATOMS = 3000;
    private static final int EDGE_PIECES = 10;
    private static final int PIECE = Trails.POINTS / AGE_STEPS;
    private static final double BEHIND_A = 0.4;

    private final Atoms atoms;
    private final boolean[] mobile;
    private final int every;
    private final double[] radiusOfSpeciesA;
    private final DepthOrder sorter = new DepthOrder();
    private final double[] p = new double[4];
    private final double[] q = new double[4];
    private final double[] end = new double[6];

    private int count;
    private int[] order = new int[0];
    private double[] nearness = new double[0];
    /** Four numbers an item: x, y, radius of an atom; both ends of a segment; first corner and length of a trail. */
    private double[] place = new double[0];

    private double[] widthPx = new double[0];
    private double[] trailX = new double[0];
    private double[] trailY = new double[0];
    private int corners;
    /** Index of an atom; −1 for a segment. */
    private int[] atomOf = new int[0];
    /** Species whose colour a segment has, or {@link #CELL_RAMP}. */
    private int[] ramp = new int[0];
    /** Age of a piece of trail from 1; 0 for what does not age. */
    private int[] age = new int[0];

    /**
     * A scene of some atoms.
     *
     * @param mobile which atoms are drawn as mobile ions
     */
    public Scene(Atoms atoms, boolean[] mobile) {
        this.atoms = atoms;
        this.mobile = mobile.clone();
        this.every = (atoms.count() + MOST_ATOMS - 1) / MOST_ATOMS;
        this.radiusOfSpeciesA = new double[atoms.species().size()];
        for (int i = 0; i < atoms.count(); i++) {
            double covalent = Element.ofLabel(atoms.speciesOf(i))
                    .map(Element::covalentRadiusA)
                    .orElse(1.2);
            radiusOfSpeciesA[atoms.speciesIndex(i)] = mobile[i] ? 0.32 : 0.18 + 0.22 * Math.min(covalent, 1.5);
        }
    }

    /** One atom in how many is drawn; 1 unless there are very many. */
    public int every() {
        return every;
    }

    /** Radius of a species' balls in Å. */
    public double radiusA(int species) {
        return radiusOfSpeciesA[species];
    }

    /**
     * Builds a frame.
     *
     * @param positionsA of all atoms as they are shown, Å
     * @param pathA of all atoms as their paths led them, Å; trails hang on these
     */
    public void build(
            Camera camera,
            Cell cell,
            double[] positionsA,
            double[] pathA,
            Bonds bonds,
            Trails trails,
            Optional<Cloud> cloud,
            Set<Part> parts) {
        count = 0;
        int ions = trails.ions().length;
        int points = cloud.map(Cloud::count).orElse(0);
        reserve(atoms.count() + 2 * bonds.count() + AGE_STEPS * ions + 12 * EDGE_PIECES + points);
        if (trailX.length < (Trails.POINTS + AGE_STEPS + 1) * ions) {
            trailX = new double[(Trails.POINTS + AGE_STEPS + 1) * ions];
            trailY = new double[trailX.length];
        }
        for (int i = 0; i < atoms.count(); i += every) {
            addAtom(camera, i, positionsA);
        }
        if (parts.contains(Part.CELL)) {
            addCell(camera, cell);
        }
        if (parts.contains(Part.BONDS)) {
            addBonds(camera, bonds, positionsA);
        }
        if (parts.contains(Part.TRAILS)) {
            addTrails(camera, trails, positionsA, pathA);
        }
        if (parts.contains(Part.DENSITY)) {
            cloud.ifPresent(c -> addCloud(camera, c));
        }
        order = sorter.sort(nearness, count);
    }

    private void addAtom(Camera camera, int atom, double[] positionsA) {
        camera.project(positionsA, 3 * atom, p);
        int item = next(camera.nearness(p[2]));
        atomOf[item] = atom;
        ramp[item] = atoms.speciesIndex(atom);
        place[4 * item] = p[0];
        place[4 * item + 1] = p[1];
        place[4 * item + 2] = p[3] * radiusOfSpeciesA[ramp[item]];
    }

    private void addCloud(Camera camera, Cloud cloud) {
        for (int i = 0; i < cloud.count(); i++) {
            camera.project(cloud.pointsA(), 3 * i, p);
            int item = next(camera.nearness(p[2]));
            atomOf[item] = -1;
            ramp[item] = CLOUD_RAMP;
            age[item] = cloud.level(i);
            place[4 * item] = p[0];
            place[4 * item + 1] = p[1];
        }
    }

    private void addCell(Camera camera, Cell cell) {
        for (int vector = 0; vector < 3; vector++) {
            for (int corner = 0; corner < 4; corner++) {
                double u = corner & 1;
                double v = corner >> 1;
                for (int piece = 0; piece < EDGE_PIECES; piece++) {
                    corner(cell, vector, u, v, (double) piece / EDGE_PIECES, 0);
                    corner(cell, vector, u, v, (piece + 1.0) / EDGE_PIECES, 3);
                    addSegment(camera, end, CELL_RAMP, 1.2 / camera.zoomPxPerA());
                }
            }
        }
    }

    private void corner(Cell cell, int vector, double u, double v, double along, int to) {
        end[to + vector] = along;
        end[to + (vector + 1) % 3] = u;
        end[to + (vector + 2) % 3] = v;
        cell.toCartesian(end, to, end, to);
    }

    private void addBonds(Camera camera, Bonds bonds, double[] positionsA) {
        for (int b = 0; b < bonds.count(); b++) {
            if (bonds.isWhole(b, positionsA)) {
                addHalfBond(camera, positionsA, bonds.first(b), bonds.second(b));
                addHalfBond(camera, positionsA, bonds.second(b), bonds.first(b));
            }
        }
    }

    private void addHalfBond(Camera camera, double[] positionsA, int from, int to) {
        double length = 0;
        for (int k = 0; k < 3; k++) {
            end[k] = positionsA[3 * to + k] - positionsA[3 * from + k];
            length += end[k] * end[k];
        }
        double inside = Math.min(0.5, 0.85 * radiusOfSpeciesA[atoms.speciesIndex(from)] / Math.sqrt(length));
        for (int k = 0; k < 3; k++) {
            end[3 + k] = positionsA[3 * from + k] + 0.5 * end[k];
            end[k] = positionsA[3 * from + k] + inside * end[k];
        }
        addSegment(camera, end, atoms.speciesIndex(from), 0.13);
    }

    private void addTrails(Camera camera, Trails trails, double[] positionsA, double[] pathA) {
        int points = trails.count();
        corners = 0;
        for (int i = 0; i < trails.ions().length; i++) {
            for (int from = 0; from < points; from += PIECE) {
                addPiece(camera, trails, i, from, Math.min(from + PIECE, points - 1), positionsA, pathA);
            }
        }
    }

    /** A piece of a trail, from newer to older; the first begins at the ion itself. */
    private void addPiece(
            Camera camera, Trails trails, int ion, int from, int to, double[] positionsA, double[] pathA) {
        int atom = trails.ions()[ion];
        int item = next(0);
        place[4 * item] = corners;
        double depth = 0;
        for (int back = from == 0 ? -1 : from; back <= to; back++) {
            for (int k = 0; k < 3; k++) {
                double now = pathA[3 * atom + k];
                double then = back < 0 ? now : trails.pointA(back)[3 * ion + k];
                end[k] = then + positionsA[3 * atom + k] - now;
            }
            camera.project(end, 0, p);
            trailX[corners] = p[0];
            trailY[corners++] = p[1];
            depth += p[2];
        }
        int length = corners - (int) place[4 * item];
        place[4 * item + 1] = length;
        double behindItsIon = from == 0 ? BEHIND_A : 0;
        nearness[item] = camera.nearness(depth / length - behindItsIon);
        atomOf[item] = -1;
        ramp[item] = atoms.speciesIndex(atom);
        age[item] = 1 + from / PIECE;
        widthPx[item] = Math.max(0.7, p[3] * 0.09 * (1 - 0.7 * from / Trails.POINTS));
    }

    private void addSegment(Camera camera, double[] ends, int rampIndex, double widthA) {
        camera.project(ends, 0, p);
        camera.project(ends, 3, q);
        int item = next(camera.nearness((p[2] + q[2]) / 2));
        atomOf[item] = -1;
        ramp[item] = rampIndex;
        age[item] = 0;
        widthPx[item] = Math.max(0.6, widthA * (p[3] + q[3]) / 2);
        place[4 * item] = p[0];
        place[4 * item + 1] = p[1];
        place[4 * item + 2] = q[0];
        place[4 * item + 3] = q[1];
    }

    private int next(double itsNearness) {
        nearness[count] = itsNearness;
        return count++;
    }

    private void reserve(int items) {
        if (nearness.length < items) {
            nearness = Arrays.copyOf(nearness, items);
            place = Arrays.copyOf(place, 4 * items);
            widthPx = Arrays.copyOf(widthPx, items);
            atomOf = Arrays.copyOf(atomOf, items);
            ramp = Arrays.copyOf(ramp, items);
            age = Arrays.copyOf(age, items);
        }
    }

    /** How many items there are. */
    public int count() {
        return count;
    }

    /** The item to draw at a place in the order, farthest first. */
    public int item(int rank) {
        return order[rank];
    }

    /** The atom an item shows; −1 for a segment. */
    public int atom(int item) {
        return atomOf[item];
    }

    /** The species whose colour an item has, or {@link #CELL_RAMP} or {@link #CLOUD_RAMP}. */
    public int ramp(int item) {
        return ramp[item];
    }

    /** Which of {@link #DEPTH_STEPS} steps an item stands at, 0 the farthest. */
    public int depthStep(int item) {
        return depthStep(nearness[item]);
    }

    static int depthStep(double nearness) {
        return Math.clamp((int) (nearness * DEPTH_STEPS), 0, DEPTH_STEPS - 1);
    }

    /** Age of a piece of trail, 1 to {@link #AGE_STEPS}; step of a point of the density; 0 for what has neither. */
    public int age(int item) {
        return atomOf[item] >= 0 ? 0 : age[item];
    }

    public double widthPx(int item) {
        return widthPx[item];
    }

    public double x(int item) {
        return place[4 * item];
    }

    public double y(int item) {
        return place[4 * item + 1];
    }

    /** The other end of a segment. */
    public double endX(int item) {
        return place[4 * item + 2];
    }

    /** The other end of a segment. */
    public double endY(int item) {
        return place[4 * item + 3];
    }

    /**
     * Corners of a piece of trail in pixels.
     *
     * @return how many were written
     */
    public int trail(int item, double[] xs, double[] ys) {
        int from = (int) place[4 * item];
        int length = (int) place[4 * item + 1];
        System.arraycopy(trailX, from, xs, 0, length);
        System.arraycopy(trailY, from, ys, 0, length);
        return length;
    }

    /** Room for the corners of any piece of trail. */
    public static int mostCorners() {
        return PIECE + 2;
    }

    /** Radius of an atom's disc in pixels. */
    public double radiusPx(int item) {
        return place[4 * item + 2];
    }

    /** The item that shows an atom; −1 when it is not drawn. */
    public int itemOfAtom(int atom) {
        return atom >= 0 && atom % every == 0 && atom / every < count ? atom / every : -1;
    }

    /** The nearest atom whose disc, widened a little for the hand, lies under a point; −1 for none. */
    public int pick(double x, double y) {
        for (int rank = count - 1; rank >= 0; rank--) {
            int item = order[rank];
            if (atomOf[item] >= 0 && Math.hypot(x(item) - x, y(item) - y) <= radiusPx(item) + 2) {
                return atomOf[item];
            }
        }
        return -1;
    }

    /** Whether an atom is drawn as a mobile ion. */
    public boolean isMobile(int atom) {
        return mobile[atom];
    }

    public Atoms atoms() {
        return atoms;
    }
}
