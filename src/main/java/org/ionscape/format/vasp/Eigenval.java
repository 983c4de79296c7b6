package org.ionscape.format.vasp;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.ionscape.format.ByteLines;

/**
 * What an EIGENVAL tells.
 *
 * @param ions number of ions; the file does not name them
 * @param gap of all k-points; empty where no band is empty
 */
public record Eigenval(int ions, Optional<BandGap> gap) {
    private static final int HEADER_LINES = 5;
    private static final int MOST_BANDS = 1_000_000;

    /**
     * Reads a file through its compression.
     *
     * @throws InputException with the line, when it is no EIGENVAL
     */
    public static Eigenval read(Path file, Progress progress) {
        try (ByteLines lines = new ByteLines(file, progress)) {
            return new Reading(lines).read();
        }
    }

    /** A file on its way. */
    private static final class Reading {
        private final ByteLines lines;
        private final BandEdges edges = new BandEdges();
        private int spins;
        private int electrons;
        private int bands;

        Reading(ByteLines lines) {
            this.lines = lines;
        }

        Eigenval read() {
            double[] header = new double[4];
            if (!lines.next() || lines.numbers(header, 0, 4) != 4 || header[3] != 1 && header[3] != 2) {
                throw lines.error(
                        "four numbers were expected at the head of an EIGENVAL, the last of them 1 or 2 for the"
                                + " number of spins, found “" + lines.excerpt() + "”");
            }
            spins = (int) header[3];
            for (int i = 1; i < HEADER_LINES; i++) {
                lines.next();
            }
            double[] sizes = new double[3];
            if (!lines.nextNumbers(sizes, 0, 3) || !(sizes[2] >= 1 && sizes[2] <= MOST_BANDS)) {
                throw lines.error(
                        "the numbers of electrons, k-points and bands were expected, found “" + lines.excerpt() + "”");
            }
            electrons = (int) sizes[0];
            bands = (int) sizes[2];
            while (lines.next()) {
                if (!lines.isBlank()) {
                    kPoint();
                }
            }
            return new Eigenval((int) header[0], edges.gap());
        }

        /** The bands of a k-point, of which a line holds both spins; they are told one spin after the other. */
        private void kPoint() {
            double[][] energiesEv = new double[spins][0];
            double[][] occupations = new double[spins][0];
            double[] row = new double[1 + 2 * spins];
            for (int band = 0; band < bands; band++) {
                int found = lines.next() ? lines.numbers(row, 0, row.length) : 0;
                if (found != 1 + spins && found != 1 + 2 * spins) {
                    throw lines.error("band " + (band + 1) + " of " + bands + " was expected, found “" + lines.excerpt()
                            + "”; is the file cut off?");
                }
                for (int spin = 0; spin < spins; spin++) {
                    energiesEv[spin] = with(energiesEv[spin], band, row[1 + spin]);
                    double occupation = found == row.length ? row[1 + spins + spin] : occupation(band);
                    occupations[spin] = with(occupations[spin], band, occupation);
                }
            }
            for (int spin = 0; spin < spins; spin++) {
                edges.kPoint(spin + 1);
                for (int band = 0; band < bands; band++) {
                    edges.band(energiesEv[spin][band], occupations[spin][band]);
                }
            }
        }

        /** VASP 4 wrote no occupations: without spin the lowest bands hold two electrons each. */
        private double occupation(int band) {
            if (spins == 2 || electrons % 2 != 0) {
                throw lines.error(
                        "the occupations of the bands are missing, and the number of electrons does not tell them;"
                                + " use the OUTCAR or vasprun.xml instead");
            }
            return band < electrons / 2 ? 1 : 0;
        }

        /** Grows with what was read, not with what the header claims. */
        private static double[] with(double[] values, int at, double value) {
            double[] grown = at < values.length ? values : Arrays.copyOf(values, Math.max(16, 2 * values.length));
            grown[at] = value;
            return grown;
        }
    }
}
