package org.ionscape.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Structure;

/**
 * A structure without the atoms that lie where another lies.
 *
 * @param structure of two atoms that coincide only the first
 * @param problems what was left out
 */
public record Coincidences(Structure structure, List<Problem> problems) {
    /** Nuclei are never so close, in Å; the shortest bond, of hydrogen, is 0.74 Å. */
    public static final double CLOSEST_A = 0.4;

    /** Looks at all pairs; time grows as their number. */
    public static Coincidences leftOut(Structure given, Progress progress) {
        Images images = new Images(given);
        int count = given.atoms().count();
        boolean[] gone = new boolean[count];
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            progress.check();
            for (int j = i + 1; j < count && !gone[i]; j++) {
                boolean near = !gone[j] && images.mayBeWithin(i, j, CLOSEST_A);
                double apartA = near ? images.shortestA(i, j) : Double.POSITIVE_INFINITY;
                if (apartA < CLOSEST_A) {
                    gone[j] = true;
                    problems.add(Problem.of(String.format(
                            Locale.ROOT,
                            "atoms %d (%s) and %d (%s) coincide: they are %.3g Å apart; the second is left out",
                            i + 1,
                            given.atoms().speciesOf(i),
                            j + 1,
                            given.atoms().speciesOf(j),
                            apartA)));
                }
            }
        }
        return problems.isEmpty()
                ? new Coincidences(given, List.of())
                : new Coincidences(kept(given, gone), List.copyOf(problems));
    }

    private static Structure kept(Structure given, boolean[] gone) {
        int[] stay = IntStream.range(0, gone.length).filter(i -> !gone[i]).toArray();
        double[] fractional = new double[3 * stay.length];
        List<String> names = new ArrayList<>();
        for (int n = 0; n < stay.length; n++) {
            names.add(given.atoms().speciesOf(stay[n]));
            System.arraycopy(given.fractional(), 3 * stay[n], fractional, 3 * n, 3);
        }
        return new Structure(given.cell(), new Atoms(names), fractional);
    }
}
