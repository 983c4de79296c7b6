package org.ionscape.format.vasp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Structure;
import org.ionscape.format.ByteLines;

/**
 * A POSCAR or CONTCAR.
 *
 * @param atoms species of each atom; {@code X1} … when the file names none (VASP 4)
 * @param namesSpecies whether the file itself names its species
 * @param cell the cell, scale applied
 * @param fractional positions, 3 × atoms
 */
public record Poscar(Atoms atoms, NamesSpecies namesSpecies, Cell cell, double[] fractional) {
    /** Whether a file names its species. */
    public enum NamesSpecies {
        YES,
        NO
    }

    /** The crystal in it. */
    public Structure structure() {
        return new Structure(cell, atoms, fractional);
    }

    /** Species of each block of equal atoms, in file order. */
    public List<String> speciesOfBlocks() {
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < atoms.count(); i++) {
            if (i == 0 || atoms.speciesIndex(i) != atoms.speciesIndex(i - 1)) {
                blocks.add(atoms.speciesOf(i));
            }
        }
        return blocks;
    }

    /**
     * Reads a file through its compression.
     *
     * @throws InputException with the line, when it is no POSCAR
     */
    public static Poscar read(Path file) {
        try (ByteLines lines = new ByteLines(file, Progress.NONE)) {
            PoscarHeader header = PoscarHeader.read(lines);
            if (!lines.next()) {
                throw lines.error("“Direct” or “Cartesian” was expected, and then the positions");
            }
            if (startsWith(lines, 's') && !lines.next()) {
                throw lines.error("“Direct” or “Cartesian” was expected after “Selective dynamics”");
            }
            boolean cartesian = startsWith(lines, 'c') || startsWith(lines, 'k');
            double[] positions = positions(lines, header.atoms());
            if (cartesian) {
                for (int i = 0; i < positions.length; i += 3) {
                    for (int k = 0; k < 3; k++) {
                        positions[i + k] *= header.scale()[k];
                    }
                    header.cell().toFractional(positions, i, positions, i);
                }
            }
            return of(header, positions);
        }
    }

    private static Poscar of(PoscarHeader header, double[] positions) {
        int[] counts = Arrays.stream(header.counts()).mapToInt(Math::toIntExact).toArray();
        List<String> names = header.names().isEmpty()
                ? IntStream.rangeClosed(1, counts.length).mapToObj(i -> "X" + i).toList()
                : header.names();
        NamesSpecies named = header.names().isEmpty() ? NamesSpecies.NO : NamesSpecies.YES;
        return new Poscar(Atoms.ofBlocks(names, counts), named, header.cell(), positions);
    }

    private static boolean startsWith(ByteLines lines, char letter) {
        String text = lines.text().strip().toLowerCase(Locale.ROOT);
        return !text.isEmpty() && text.charAt(0) == letter;
    }

    private static double[] positions(ByteLines lines, long atoms) {
        double[] positions = new double[3 * (int) Math.min(atoms, 4096)];
        for (int i = 0; i < atoms; i++) {
            if (3 * i == positions.length) {
                positions = Arrays.copyOf(positions, (int) Math.min(3 * atoms, 2L * positions.length));
            }
            if (!lines.nextNumbers(positions, 3 * i, 3)) {
                throw lines.error("position " + (i + 1) + " of " + atoms + " was expected (three numbers), found “"
                        + (lines.atEnd() ? "the end of the file" : lines.excerpt()) + "”");
            }
        }
        return positions;
    }
}
