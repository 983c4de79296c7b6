package org.ionscape.format.lammps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Element;
import org.ionscape.format.ByteLines;
import org.ionscape.format.ClaimedAtoms;
import org.ionscape.format.ReadHints;

/** Reads a dump frame by frame. Atoms are put in the order of their numbers, whatever order each frame has. */
final class DumpFrames implements AutoCloseable {
    private final ByteLines lines;
    private final ReadHints hints;
    private final List<Problem> warnings = new ArrayList<>();
    private Atoms atoms;
    private AtomRows rows;
    private Cell cell;
    private double[] originA;
    private double[] frame = new double[0];
    private double[] row = new double[0];
    private DumpColumns columns;
    private long step;

    /** Opens a file and reads its first frame. */
    DumpFrames(Path file, ReadHints hints, Progress progress) {
        this.hints = hints;
        lines = new ByteLines(file, progress);
        try {
            if (!lines.next()) {
                throw lines.error("the file is empty; a LAMMPS dump begins with “ITEM: TIMESTEP”");
            }
            lines.back();
            if (!readFrame()) {
                throw lines.error("the first frame is not whole; copy the file again or let the run go on");
            }
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    Atoms atoms() {
        return atoms;
    }

    Cell cell() {
        return cell;
    }

    double[] frame() {
        return frame;
    }

    long step() {
        return step;
    }

    DumpColumns columns() {
        return columns;
    }

    List<Problem> warnings() {
        return warnings;
    }

    /** The next frame; false at the end or where the file breaks off, which is then told. */
    boolean next() {
        if (!lines.next()) {
            return false;
        }
        lines.back();
        if (readFrame()) {
            return true;
        }
        warnings.add(Problem.at(lines.file(), lines.line(), "the file breaks off within a frame, which is left out"));
        return false;
    }

    /** Reads a frame; false when the file ends before it does. */
    private boolean readFrame() {
        int count = -1;
        Cell frameCell = null;
        while (lines.next()) {
            String item = lines.text().strip();
            if (item.startsWith("ITEM: TIMESTEP")) {
                if (!lines.next()) {
                    return false;
                }
                step = (long) number(lines.text().strip());
            } else if (item.startsWith("ITEM: NUMBER OF ATOMS")) {
                if (!lines.next()) {
                    return false;
                }
                count = ClaimedAtoms.count(
                        lines,
                        number(lines.text().strip()),
                        atoms == null ? 0 : atoms.count(),
                        "write dumps of a fixed group of atoms");
            } else if (item.startsWith("ITEM: BOX BOUNDS")) {
                frameCell = box(item);
                if (frameCell == null) {
                    return false;
                }
            } else if (item.startsWith("ITEM: ATOMS")) {
                if (count < 0 || frameCell == null) {
                    throw lines.error("“ITEM: NUMBER OF ATOMS” and “ITEM: BOX BOUNDS” were expected before the atoms");
                }
                return readAtoms(item, count, frameCell);
            } else if (item.startsWith("ITEM: UNITS") || item.startsWith("ITEM: TIME")) {
                if (!lines.next()) {
                    return false;
                }
            } else if (!item.isEmpty()) {
                throw lines.error("“ITEM: …” was expected, found “" + lines.excerpt() + "”");
            }
        }
        return false;
    }

    /** The cell of three lines of bounds, with tilts where there are any; null at the end of the file. */
    private Cell box(String item) {
        boolean tilted = item.contains("xy xz yz");
        double[] bounds = new double[9];
        for (int k = 0; k < 3; k++) {
            if (!lines.next()) {
                return null;
            }
            if (lines.numbers(bounds, 3 * k, tilted ? 3 : 2) < (tilted ? 3 : 2)) {
                throw lines.error((tilted ? "three numbers" : "two numbers") + " were expected as bounds of the box");
            }
        }
        double xy = bounds[2];
        double xz = bounds[5];
        double yz = bounds[8];
        double xLow = bounds[0] - Math.min(Math.min(0, xy), Math.min(xz, xy + xz));
        double xHigh = bounds[1] - Math.max(Math.max(0, xy), Math.max(xz, xy + xz));
        double yLow = bounds[3] - Math.min(0, yz);
        double yHigh = bounds[4] - Math.max(0, yz);
        if (!(xHigh > xLow && yHigh > yLow && bounds[7] > bounds[6])) {
            throw lines.error("the box has no volume");
        }
        originA = new double[] {xLow, yLow, bounds[6]};
        return new Cell(xHigh - xLow, 0, 0, xy, yHigh - yLow, 0, xz, yz, bounds[7] - bounds[6]);
    }

    private boolean readAtoms(String item, int count, Cell frameCell) {
        List<String> names =
                Arrays.asList(item.substring("ITEM: ATOMS".length()).strip().split("\\s+"));
        columns = DumpColumns.of(names)
                .orElseThrow(() -> lines.error("columns id and x y z (or xu, xs, xsu) were expected, found “"
                        + String.join(" ", names) + "”; write the dump with them"));
        row = row.length < columns.width() ? new double[columns.width()] : row;
        cell = frameCell;
        return atoms == null ? readFirst(count) : readAgain(count);
    }

    /** Reads the first frame and puts it in the order of the atoms' numbers, which all others then have. */
    private boolean readFirst(int count) {
        double[] positions = ClaimedAtoms.room(count);
        Map<Long, Integer> lineOfId = new TreeMap<>();
        List<String> species = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions = ClaimedAtoms.grown(positions, i, count);
            if (!readAtom()) {
                return false;
            }
            place(positions, i);
            species.add(species(lines.words()));
            if (lineOfId.put(columns.id(row), i) != null) {
                throw lines.error("atom " + columns.id(row) + " comes twice");
            }
        }
        frame = new double[3 * count];
        List<String> ordered = new ArrayList<>();
        for (int line : lineOfId.values()) {
            System.arraycopy(positions, 3 * line, frame, 3 * ordered.size(), 3);
            ordered.add(species.get(line));
        }
        atoms = new Atoms(ordered);
        rows = new AtomRows(
                lineOfId.keySet().stream().mapToLong(Long::longValue).toArray());
        return true;
    }

    private boolean readAgain(int count) {
        rows.beginFrame();
        for (int i = 0; i < count; i++) {
            if (!readAtom()) {
                return false;
            }
            int at = rows.of(columns.id(row));
            if (at < 0 || !rows.take(at)) {
                throw lines.error("atom " + columns.id(row) + (at < 0 ? " is not in the first frame" : " comes twice"));
            }
            place(frame, at);
        }
        return true;
    }

    /** Reads the line of an atom into the row; false when the file ends in it. */
    private boolean readAtom() {
        if (!lines.next()
                || lines.isUnended() && lines.words().length < columns.names().size()) {
            return false;
        }
        if (!columns.read(lines, row) || columns.id(row) < 0) {
            throw notAnAtom();
        }
        return true;
    }

    private void place(double[] positions, int at) {
        if (!columns.fractional(row, cell, originA, positions, 3 * at)) {
            throw notAnAtom();
        }
    }

    private InputException notAnAtom() {
        return lines.error(columns.names().size() + " columns of numbers were expected ("
                + String.join(" ", columns.names()) + "), found “" + lines.excerpt() + "”");
    }

    /** The element where a column or the person names it, else {@code type1} …; {@code X} where nothing tells. */
    private String species(String[] words) {
        List<String> names = columns.names();
        int element = names.indexOf("element");
        if (words.length < names.size()) {
            throw notAnAtom();
        }
        if (element >= 0) {
            return Element.ofLabel(words[element]).map(Element::symbol).orElse(words[element]);
        }
        int type = names.indexOf("type");
        String given = type >= 0 ? words[type] : "1";
        String mapped = hints.elementOfType().get(given);
        if (mapped != null) {
            return mapped;
        }
        return type >= 0 ? "type" + given : "X";
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw lines.error("a number was expected, found “" + lines.excerpt() + "”");
        }
    }

    InputException error(String message) {
        return lines.error(message);
    }

    @Override
    public void close() {
        lines.close();
    }
}
