package org.ionscape.format.lammps;

import java.util.List;
import java.util.Optional;
import org.ionscape.crystal.Cell;

/**
 * Where in a line of a dump things stand, and how its position is to be understood. Unwrapped positions ({@code xu},
 * {@code xsu}) are preferred, then those with image flags, which make them unwrapped too.
 *
 * @param names of the columns
 * @param id column of the atom's number
 * @param position first of three columns
 * @param scaled whether positions are fractions of the cell
 * @param images first of three columns of image flags, or −1
 * @param unwrapped whether positions are continuous without flags
 */
record DumpColumns(List<String> names, int id, int position, Scale scaled, int images, Path unwrapped) {
    /** What positions are measured in. */
    enum Scale {
        ANGSTROM,
        CELL
    }

    /** Whether paths are continuous. */
    enum Path {
        CONTINUOUS,
        FOLDED
    }

    /** Empty when there is no atom number or no position. */
    static Optional<DumpColumns> of(List<String> names) {
        int id = names.indexOf("id");
        int images = triple(names, "ix", "iy", "iz");
        int[] first = {
            triple(names, "xu", "yu", "zu"), triple(names, "xsu", "ysu", "zsu"),
            triple(names, "x", "y", "z"), triple(names, "xs", "ys", "zs")
        };
        for (int i = 0; i < first.length; i++) {
            if (first[i] >= 0 && id >= 0) {
                boolean continuous = i < 2;
                return Optional.of(new DumpColumns(
                        names,
                        id,
                        first[i],
                        i % 2 == 0 ? Scale.ANGSTROM : Scale.CELL,
                        continuous ? -1 : images,
                        continuous || images >= 0 ? Path.CONTINUOUS : Path.FOLDED));
            }
        }
        return Optional.empty();
    }

    private static int triple(List<String> names, String x, String y, String z) {
        int first = names.indexOf(x);
        return first >= 0 && names.indexOf(y) == first + 1 && names.indexOf(z) == first + 2 ? first : -1;
    }

    /** Fractional position of a line's atom; throws NumberFormatException where a number was expected. */
    void fractional(String[] words, Cell cell, double[] originA, double[] out, int at) {
        for (int k = 0; k < 3; k++) {
            double value = Double.parseDouble(words[position + k]);
            if (!Double.isFinite(value)) {
                throw new NumberFormatException(words[position + k]);
            }
            out[at + k] = scaled == Scale.CELL ? value : value - originA[k];
        }
        if (scaled == Scale.ANGSTROM) {
            cell.toFractional(out, at, out, at);
        }
        for (int k = 0; k < 3 && images >= 0; k++) {
            out[at + k] += Integer.parseInt(words[images + k]);
        }
    }
}
