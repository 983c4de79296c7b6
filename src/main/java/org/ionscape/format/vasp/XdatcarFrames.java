package org.ionscape.format.vasp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.format.ByteLines;
import org.ionscape.format.ReadHints;

/**
 * Walks through an XDATCAR frame by frame. A file is refused, naming the line, when anything in it is not what an
 * XDATCAR holds: numbers from a damaged file are worse than none. What a killed job leaves is no damage: a frame cut off
 * at the end, before a restart, or by a compressed stream that breaks off is left out with a warning.
 */
final class XdatcarFrames implements AutoCloseable {
    private final ByteLines lines;
    private final XdatcarMarkers markers;
    private final ReadHints hints;
    private final List<Problem> warnings = new ArrayList<>();
    private final double[] spare = new double[3];

    private PoscarHeader header;
    private Atoms atoms;
    private double[] frame;
    private long framesRead;
    private boolean finished;
    private long frameLine;
    private long frameOffset;

    XdatcarFrames(Path file, ReadHints hints, Progress progress) {
        lines = new ByteLines(file, progress);
        this.hints = hints;
        markers = new XdatcarMarkers(lines);
        try {
            header = PoscarHeader.read(lines);
            frame = new double[0];
            readFirst();
            atoms = atomsOf(header);
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    Atoms atoms() {
        return atoms;
    }

    Cell cell() {
        return header.cell();
    }

    /** Fractional positions of the current frame; overwritten by {@link #next}. */
    double[] frame() {
        return frame;
    }

    /** Byte at which the current frame began, its marker or repeated head included. */
    long frameOffset() {
        return frameOffset;
    }

    /** Bytes of plain text up to the line that was read last. */
    long offset() {
        return lines.offset();
    }

    OptionalLong counterStep() {
        return markers.step();
    }

    List<Problem> warnings() {
        return warnings;
    }

    /** Goes on to the next whole frame; false at the end. */
    boolean next() {
        while (!finished) {
            switch (beginFrame()) {
                case END -> finish();
                case FRAME -> {
                    if (readPositions()) {
                        framesRead++;
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void finish() {
        finished = true;
        if (lines.isDamaged()) {
            warn(lines.line(), "the compressed file breaks off here; the " + framesRead + " frames before are used");
        }
        long gaps = markers.gaps();
        if (gaps > 0) {
            warn(
                    markers.gapLine(),
                    "the frame counter jumps ahead here" + (gaps > 1 ? " and " + (gaps - 1) + " more times" : "")
                            + ": frames are missing, and motion across a gap is not what it seems");
        }
    }

    private enum Begin {
        FRAME,
        END
    }

    /** Stands before a frame: reads its marker, or a repeated head and the marker, or nothing (VASP 4). */
    private Begin beginFrame() {
        boolean first = true;
        while (lines.next()) {
            if (first) {
                frameOffset = lines.offset();
                first = false;
            }
            if (lines.isBlank()) {
                continue;
            }
            if (markers.isMarker()) {
                markers.read();
                frameLine = lines.line() + 1;
                return Begin.FRAME;
            }
            int numbers = lines.numbers(spare, 0, 3);
            if (numbers == 3 && !markers.seen()) {
                lines.back();
                frameLine = lines.line();
                return Begin.FRAME;
            }
            if (numbers == 3) {
                throw lines.error("more positions than the " + frame.length / 3
                        + " atoms of the head; “Direct configuration=” was expected. Correct the numbers of atoms");
            }
            lines.back();
            if (!repeatHeader()) {
                return Begin.END;
            }
        }
        return Begin.END;
    }

    /** Reads a head in the middle of the file; false when a killed job cut it off. */
    private boolean repeatHeader() {
        long at = lines.line();
        PoscarHeader repeated;
        try {
            repeated = PoscarHeader.read(lines);
        } catch (InputException e) {
            if (lines.atEnd() || lines.isUnended()) {
                warn(at, "the file ends within the head that begins here: it was cut off and is left out");
                return false;
            }
            throw e;
        }
        boolean same = Arrays.equals(repeated.counts(), header.counts())
                && repeated.names().equals(header.names());
        if (!same) {
            throw InputException.at(
                    lines.file(),
                    at,
                    "the head repeated here names other atoms than the one at the top; split the file into one for"
                            + " each simulation");
        }
        header = repeated;
        return true;
    }

    private void readFirst() {
        if (beginFrame() == Begin.END) {
            throw lines.error("the file ends after its head, before any positions; the run has no frame");
        }
        long claimed = header.atoms();
        double[] read = new double[3 * (int) Math.min(claimed, 4096)];
        for (int i = 0; i < claimed; i++) {
            if (3 * i == read.length) {
                read = Arrays.copyOf(read, (int) Math.min(3 * claimed, 2L * read.length));
            }
            if (!readPosition(read, i)) {
                throw InputException.at(
                        lines.file(),
                        frameLine,
                        "the first frame, from here on, has " + i + " positions where the head says " + claimed
                                + " atoms; correct the head or copy the file again");
            }
        }
        if (PositionLines.isCut(lines) || lines.isUnended() && lines.isDamaged()) {
            throw lines.error("the file breaks off in its first frame; copy it again from where it was computed");
        }
        frame = read;
        toFractional();
        framesRead = 1;
    }

    /** Reads the positions of a frame; false when it is not whole and was dropped with a warning. */
    private boolean readPositions() {
        int atomsExpected = frame.length / 3;
        for (int i = 0; i < atomsExpected; i++) {
            if (!readPosition(frame, i)) {
                warn(
                        frameLine,
                        "frame " + (framesRead + 1) + ", which begins here, has " + i + " of " + atomsExpected
                                + " positions: it was cut off and is left out");
                return false;
            }
        }
        if (PositionLines.isCut(lines)) {
            warn(lines.line(), "the last number of the file is cut off; frame " + (framesRead + 1) + " is left out");
            return false;
        }
        toFractional();
        return true;
    }

    /** Reads the next position, passing over blank lines; false when the frame ends before it. */
    private boolean readPosition(double[] out, int atom) {
        while (!lines.nextNumbers(out, 3 * atom, 3)) {
            if (lines.atEnd()) {
                return false;
            }
            if (lines.isBlank() && markers.seen()) {
                continue;
            }
            if (lines.isBlank() && atom == 0) {
                continue;
            }
            if (lines.isUnended() || lines.isBlank()) {
                return false;
            }
            if (markers.isMarker() || beginsHead()) {
                lines.back();
                return false;
            }
            throw lines.error("a position was expected (three finite numbers), found “" + lines.excerpt() + "”");
        }
        return true;
    }

    /** Whether a line that is no position may be the title of a head, or the scale factor of one without title. */
    private boolean beginsHead() {
        if (lines.numbers(spare, 0, 1) == 1) {
            return framesRead > 0 && lines.rest().isEmpty();
        }
        return !PositionLines.isBad(lines);
    }

    private void toFractional() {
        if (!markers.isCartesian()) {
            return;
        }
        for (int i = 0; i < frame.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                frame[i + k] *= header.scale()[k];
            }
            header.cell().toFractional(frame, i, frame, i);
        }
    }

    private Atoms atomsOf(PoscarHeader head) {
        int[] counts = Arrays.stream(head.counts()).mapToInt(Math::toIntExact).toArray();
        List<String> names = head.names();
        if (names.isEmpty() && hints.speciesOfBlocks().size() == counts.length) {
            names = hints.speciesOfBlocks();
        }
        if (names.isEmpty()) {
            names = IntStream.rangeClosed(1, counts.length)
                    .mapToObj(i -> "X" + i)
                    .toList();
            warn(6, "the file names no species (VASP 4); put the POSCAR or POTCAR of the run beside it");
        }
        return Atoms.ofBlocks(names, counts);
    }

    private void warn(long line, String message) {
        warnings.add(Problem.at(lines.file(), line, message));
    }

    @Override
    public void close() {
        lines.close();
    }
}
