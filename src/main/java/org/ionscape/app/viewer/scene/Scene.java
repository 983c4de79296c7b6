package org.ionscape.app.viewer.scene;

import java.util.Optional;
import java.util.Set;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Element;

/**
 * One frame as things to draw: atoms as discs, bonds, trails and the cell's edges as short segments, points of the
 * density, all in one order from far to near.
 */
public final class Scene extends SceneItems {
    /** What may be left out of the picture. */
    public enum Part {
        TRAILS,
        BONDS,
        CELL,
        DENSITY
    }

    private static final int MOST_ATOMS = 3000;
    private static final int EDGE_PIECES = 10;
    private static final double BEHIND_A = 0.4;

    private final Atoms atoms;
    private final boolean[] mobile;
    private final int every;
    private final double[] radiusOfSpeciesA;
    private final double[] p = new double[4];
    private final double[] q = new double[4];
    private final double[] end = new double[6];

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
        int ions = trails.ions().length;
        int points = cloud.map(Cloud::count).orElse(0);
        begin(
                atoms.count() + 2 * bonds.count() + AGE_STEPS * ions + 12 * EDGE_PIECES + points,
                (Trails.POINTS + AGE_STEPS + 1) * ions);
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
        sort();
    }

    private void addAtom(Camera camera, int atom, double[] positionsA) {
        camera.project(positionsA, 3 * atom, p);
        int species = atoms.speciesIndex(atom);
        addDisc(camera.nearness(p[2]), atom, species, p[0], p[1], p[3] * radiusOfSpeciesA[species]);
    }

    private void addCloud(Camera camera, Cloud cloud) {
        for (int i = 0; i < cloud.count(); i++) {
            camera.project(cloud.pointsA(), 3 * i, p);
            addPoint(camera.nearness(p[2]), cloud.level(i), p[0], p[1]);
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
        int first = corners();
        double depth = 0;
        for (int back = from == 0 ? -1 : from; back <= to; back++) {
            for (int k = 0; k < 3; k++) {
                double now = pathA[3 * atom + k];
                double then = back < 0 ? now : trails.pointA(back)[3 * ion + k];
                end[k] = then + positionsA[3 * atom + k] - now;
            }
            camera.project(end, 0, p);
            addCorner(p[0], p[1]);
            depth += p[2];
        }
        double behindItsIon = from == 0 ? BEHIND_A : 0;
        addTrail(
                camera.nearness(depth / (corners() - first) - behindItsIon),
                first,
                atoms.speciesIndex(atom),
                1 + from / PIECE,
                Math.max(0.7, p[3] * 0.09 * (1 - 0.7 * from / Trails.POINTS)));
    }

    private void addSegment(Camera camera, double[] ends, int rampIndex, double widthA) {
        camera.project(ends, 0, p);
        camera.project(ends, 3, q);
        addLine(
                camera.nearness((p[2] + q[2]) / 2),
                rampIndex,
                Math.max(0.6, widthA * (p[3] + q[3]) / 2),
                p[0],
                p[1],
                q[0],
                q[1]);
    }

    /** The item that shows an atom; −1 when it is not drawn. */
    public int itemOfAtom(int atom) {
        return atom >= 0 && atom % every == 0 && atom / every < count() ? atom / every : -1;
    }

    /** Whether an atom is drawn as a mobile ion. */
    public boolean isMobile(int atom) {
        return mobile[atom];
    }

    public Atoms atoms() {
        return atoms;
    }
}
