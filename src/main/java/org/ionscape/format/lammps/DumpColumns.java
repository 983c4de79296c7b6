package org.ionscape.format.lammps;

import java.util.List;
import java.util.Optional;
import org.ionscape.crystal.Cell;
import org.ionscape.format.ByteLines;

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
    private static final double LARGEST_ID = 1L << 53;

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

    /** How many columns have to be read from the left. */
    int width() {
        return 1 + Math.max(id, Math.max(position + 2, images < 0 ? 0 : images + 2));
    }

    /**
     * Reads what is needed of the current line into its columns of a row; false when a number is missing. Columns of
     * text, such as element names, are stepped over.
     */
    boolean read(ByteLines lines, double[] row) {
        if (lines.numbers(row, 0, width()) == width()) {
            return !lines.numbersTouch();
        }
        return lines.numbersAfter(id, row, id, 1) == 1
                && lines.numbersAfter(position, row, position, 3) == 3
                && !lines.numbersTouch()
                && (images < 0 || lines.numbersAfter(images, row, images, 3) == 3 && !lines.numbersTouch());
    }

    /** The atom's number; −1 when it is none. */
    long id(double[] row) {
        return row[id] >= 0 && row[id] < LARGEST_ID && row[id] == Math.rint(row[id]) ? (long) row[id] : -1;
    }

    /** Puts the fractional position of a row where it belongs; false when image flags are not whole numbers. */
    boolean fractional(double[] row, Cell cell, double[] originA, double[] out, int at) {
        for (int k = 0; k < 3; k++) {
            out[at + k] = scaled == Scale.CELL ? row[position + k] : row[position + k] - originA[k];
        }
        if (scaled == Scale.ANGSTROM) {
            cell.toFractional(out, at, out, at);
        }
        for (int k = 0; k < 3 && images >= 0; k++) {
            if (row[images + k] != Math.rint(row[images + k]) || Math.abs(row[images + k]) > Integer.MAX_VALUE) {
                return false;
            }
            out[at + k] += row[images + k];
        }
        return true;
    }
}
