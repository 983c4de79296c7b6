package org.ionscape.transport.distribution;

import java.util.ArrayList;
import java.util.List;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Trajectory;

/**
 * Counts pairs of atoms by their distance.
 *
 * <p>Distances reach to half the least height of the cell, the sphere that fits into it: of all images of a pair at most
 * one is that near, and it is the one whose fractional components lie within ±½ (a vector shorter than half the distance
 * between two lattice planes has a component below ½ along their normal), in skew cells too.
 */
public final class PairCounting {
    /** Pairs of atoms looked at by default: some seconds' work at most. */
    private static final double MOST_PAIRS = 1e8;

    private static final int FEWEST_FRAMES = 10;
    private static final int PARTS = 10;

    private final Trajectory trajectory;
    private final int firstFrame;
    private final List<int[]> atomsOfSpecies = new ArrayList<>();
    private final int species;
    private final int parts;
    private final int frames;
    private final double maxA;
    /** By part of the run and pair of species: pairs counted in each bin. */
    private final double[][][] counted;
    /** The same for atoms spread evenly, all parts alike but for the cell. */
    private final double[][][] expected;

    private PairCounting(Trajectory trajectory, int firstFrame) {
        this.trajectory = trajectory;
        this.firstFrame = firstFrame;
        Atoms atoms = trajectory.atoms();
        this.species = atoms.species().size();
        for (String name : atoms.species()) {
            atomsOfSpecies.add(atoms.indicesOf(List.of(name)));
        }
        int available = trajectory.frameCount() - firstFrame;
        double perFrame = 0.5 * atoms.count() * (double) atoms.count();
        this.frames = Math.clamp((long) (MOST_PAIRS / perFrame), Math.min(available, FEWEST_FRAMES), available);
        this.parts = Math.min(PARTS, frames);
        this.maxA = sphereA();
        int bins = Counts.bins(maxA);
        this.counted = new double[parts][species * species][];
        this.expected = new double[parts][species * species][];
        for (int p = 0; p < parts; p++) {
            for (int a = 0; a < species; a++) {
                for (int b = a; b < species; b++) {
                    counted[p][a * species + b] = new double[bins];
                    expected[p][a * species + b] = new double[bins];
                }
            }
        }
    }

    /** Radial distributions of all pairs of species, over frames from the first on. */
    public static RadialDistribution radial(Trajectory trajectory, int firstFrame, Progress progress) {
        PairCounting counting = new PairCounting(trajectory, firstFrame);
        counting.countAll(progress);
        return counting.distribution();
    }

    /** Radius of the sphere that fits into a cell, Å. */
    static double sphereA(Cell cell) {
        return Math.min(cell.heightA(0), Math.min(cell.heightA(1), cell.heightA(2))) / 2;
    }

    private double sphereA() {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < (trajectory.hasVariableCell() ? frames : 1); i++) {
            least = Math.min(least, sphereA(trajectory.cell(frame(i))));
        }
        return least;
    }

    private int frame(int i) {
        return firstFrame + (int) ((long) i * (trajectory.frameCount() - firstFrame) / frames);
    }

    private void countAll(Progress progress) {
        double[] positions = new double[3 * trajectory.atoms().count()];
        for (int i = 0; i < frames; i++) {
            progress.report(i, frames, "frames");
            trajectory.readFrame(frame(i), positions);
            Cell cell = trajectory.cell(frame(i));
            int part = (int) ((long) i * parts / frames);
            for (int a = 0; a < species; a++) {
                for (int b = a; b < species; b++) {
                    count(positions, cell, a, b, counted[part][a * species + b], progress);
                    expect(cell, a, b, expected[part][a * species + b]);
                }
            }
        }
    }

    private void count(double[] positions, Cell cell, int a, int b, double[] bins, Progress progress) {
        int[] first = atomsOfSpecies.get(a);
        int[] second = atomsOfSpecies.get(b);
        double[] m = cell.vectorsA();
        for (int i = 0; i < first.length; i++) {
            progress.check();
            int at = 3 * first[i];
            for (int j = a == b ? i + 1 : 0; j < second.length; j++) {
                int to = 3 * second[j];
                Counts.tally(
                        positions[to] - positions[at],
                        positions[to + 1] - positions[at + 1],
                        positions[to + 2] - positions[at + 2],
                        m,
                        bins);
            }
        }
    }

    private void expect(Cell cell, int a, int b, double[] bins) {
        double perA3 = pairs(a, b) / cell.volumeA3();
        for (int i = 0; i < bins.length; i++) {
            bins[i] += perA3 * Counts.shellA3(i);
        }
    }

    private double pairs(int a, int b) {
        double n = atomsOfSpecies.get(a).length;
        return a == b ? n * (n - 1) / 2 : n * atomsOfSpecies.get(b).length;
    }

    private RadialDistribution distribution() {
        List<PairDistribution> pairs = new ArrayList<>();
        for (int a = 0; a < species; a++) {
            for (int b = a; b < species; b++) {
                pairs.add(pair(a, b));
            }
        }
        return new RadialDistribution(Counts.middles(Counts.bins(maxA)), pairs, frames);
    }

    private PairDistribution pair(int a, int b) {
        int bins = Counts.bins(maxA);
        double[] count = new double[bins];
        double[] expect = new double[bins];
        for (int p = 0; p < parts; p++) {
            for (int i = 0; i < bins; i++) {
                count[i] += counted[p][a * species + b][i];
                expect[i] += expected[p][a * species + b][i];
            }
        }
        double total = 0;
        double[] coordination = new double[bins];
        double ends = (a == b ? 2.0 : 1.0) / ((double) atomsOfSpecies.get(a).length * frames);
        for (int i = 0; i < bins; i++) {
            coordination[i] = (total + count[i] / 2) * ends;
            total += count[i];
        }
        double smoothingA = Counts.smoothingA(total);
        double[] g = Counts.quotient(count, expect, smoothingA);
        return new PairDistribution(
                trajectory.atoms().species().get(a),
                trajectory.atoms().species().get(b),
                g,
                stderr(a, b, g, expect, smoothingA),
                coordination,
                smoothingA);
    }

    /** From the scatter between parts, but not less than the error of so many counts under the Gaussian. */
    private double[] stderr(int a, int b, double[] g, double[] expect, double smoothingA) {
        double[] squares = new double[g.length];
        for (int p = 0; p < parts; p++) {
            double[] own = Counts.quotient(counted[p][a * species + b], expected[p][a * species + b], smoothingA);
            for (int i = 0; i < g.length; i++) {
                squares[i] += (own[i] - g[i]) * (own[i] - g[i]);
            }
        }
        double gaussianBins = 2 * Math.sqrt(Math.PI) * smoothingA / Counts.BIN_A;
        double[] error = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            double byCount = Math.sqrt(Math.max(g[i], 1 / (expect[i] * gaussianBins)) / (expect[i] * gaussianBins));
            double byParts = parts > 1 ? Math.sqrt(squares[i] / (parts - 1.0) / parts) : 0;
            error[i] = Math.max(byCount, byParts);
        }
        return error;
    }
}
