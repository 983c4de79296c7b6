package org.ionscape.app.viewer.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Element;

/**
 * Which framework atoms are bonded: pairs nearer than {@value #FACTOR} times the sum of their covalent radii in the
 * first frame, over periodic images, and not both metals. Mobile ions have none. In a later frame such a pair is drawn while its ends are
 * that near in the picture, so that a bond through the cell's wall is not drawn across it.
 */
public final class Bonds {
    private static final double FACTOR = 1.18;
    /** Below this electronegativity (Pauling) an element gives its electrons away. */
    private static final double METAL = 1.85;

    private static final int MOST = 6000;
    private static final int MOST_ATOMS = 4000;
    private static final int WHOLE_FRAGMENT = 13;

    private final int[] pairs;
    private final double[] longestA2;
    private final int atoms;

    private Bonds(List<int[]> found, double[] radii) {
        atoms = radii.length;
        pairs = new int[2 * found.size()];
        longestA2 = new double[found.size()];
        for (int i = 0; i < found.size(); i++) {
            int a = found.get(i)[0];
            int b = found.get(i)[1];
            pairs[2 * i] = a;
            pairs[2 * i + 1] = b;
            double longest = 1.25 * FACTOR * (radii[a] + radii[b]);
            longestA2[i] = longest * longest;
        }
    }

    /** Finds the bonds of a frame of fractional positions; none in a scene too large to show them. */
    public static Bonds find(Atoms atoms, boolean[] mobile, Cell cell, double[] fractional) {
        double[] radii = new double[atoms.count()];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = Element.ofLabel(atoms.speciesOf(i))
                    .map(Element::covalentRadiusA)
                    .orElse(1.0);
        }
        int[] framework = java.util.stream.IntStream.range(0, radii.length)
                .filter(i -> !mobile[i])
                .toArray();
        List<int[]> found = new ArrayList<>();
        if (framework.length <= MOST_ATOMS) {
            search(framework, radii, cell, fractional, found);
            found.removeIf(pair -> isMetal(atoms, pair[0]) && isMetal(atoms, pair[1]));
        }
        return new Bonds(found, radii);
    }

    /** Two metals near one another in a salt are not bonded, however large their radii. */
    private static boolean isMetal(Atoms atoms, int atom) {
        return Element.ofLabel(atoms.speciesOf(atom))
                .map(e -> e.electronegativity().orElse(METAL))
                .filter(value -> value < METAL)
                .isPresent();
    }

    private static void search(int[] framework, double[] radii, Cell cell, double[] s, List<int[]> found) {
        double[] step = new double[3];
        for (int i = 0; i < framework.length && found.size() < MOST; i++) {
            for (int j = i + 1; j < framework.length && found.size() < MOST; j++) {
                int a = framework[i];
                int b = framework[j];
                for (int k = 0; k < 3; k++) {
                    double d = s[3 * b + k] - s[3 * a + k];
                    step[k] = d - Math.rint(d);
                }
                cell.toCartesian(step, 0, step, 0);
                double length2 = step[0] * step[0] + step[1] * step[1] + step[2] * step[2];
                double longest = FACTOR * (radii[a] + radii[b]);
                if (length2 < longest * longest) {
                    found.add(new int[] {a, b});
                }
            }
        }
    }

    public int count() {
        return longestA2.length;
    }

    public int first(int bond) {
        return pairs[2 * bond];
    }

    public int second(int bond) {
        return pairs[2 * bond + 1];
    }

    /** Whether the ends of a bond are near enough in the picture to be joined by a line. */
    public boolean isWhole(int bond, double[] positionsA) {
        int a = 3 * first(bond);
        int b = 3 * second(bond);
        double x = positionsA[a] - positionsA[b];
        double y = positionsA[a + 1] - positionsA[b + 1];
        double z = positionsA[a + 2] - positionsA[b + 2];
        return x * x + y * y + z * z < longestA2[bond];
    }

    /**
     * Whole lattice vectors to add to fractional positions so that each atom lies in the cell, and small molecules
     * (up to {@value #WHOLE_FRAGMENT} atoms) stand whole about their first atom.
     */
    public int[] imagesThatKeepFragmentsWhole(double[] fractional) {
        int[] images = new int[3 * atoms];
        for (int i = 0; i < images.length; i++) {
            images[i] = (int) -Math.floor(fractional[i]);
        }
        List<List<Integer>> neighbours = new ArrayList<>();
        for (int i = 0; i < atoms; i++) {
            neighbours.add(new ArrayList<>());
        }
        for (int b = 0; b < count(); b++) {
            neighbours.get(first(b)).add(second(b));
            neighbours.get(second(b)).add(first(b));
        }
        boolean[] seen = new boolean[atoms];
        // The best connected atom of a molecule is its middle: it stays in the cell and the others gather about it.
        Integer[] byDegree = new Integer[atoms];
        Arrays.setAll(byDegree, i -> i);
        Arrays.sort(
                byDegree, (p, q) -> neighbours.get(q).size() - neighbours.get(p).size());
        for (int start : byDegree) {
            if (!seen[start]) {
                gather(start, neighbours, seen, fractional, images);
            }
        }
        return images;
    }

    private static void gather(
            int start, List<List<Integer>> neighbours, boolean[] seen, double[] fractional, int[] images) {
        List<Integer> fragment = new ArrayList<>(List.of(start));
        List<Integer> parents = new ArrayList<>(List.of(start));
        seen[start] = true;
        for (int at = 0; at < fragment.size(); at++) {
            for (int next : neighbours.get(fragment.get(at))) {
                if (!seen[next]) {
                    seen[next] = true;
                    fragment.add(next);
                    parents.add(fragment.get(at));
                }
            }
        }
        if (fragment.size() > WHOLE_FRAGMENT) {
            return;
        }
        for (int i = 1; i < fragment.size(); i++) {
            for (int k = 0; k < 3; k++) {
                int atom = 3 * fragment.get(i) + k;
                int parent = 3 * parents.get(i) + k;
                double apart = fractional[atom] - fractional[parent] - images[parent];
                images[atom] = (int) -Math.rint(apart);
            }
        }
    }
}
