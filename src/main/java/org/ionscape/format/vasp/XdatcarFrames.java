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
 * Walks through an XDATCAR frame by frame. The first frame must be whole and sound, or the file is refused. Behind it,
 * what cannot be read ends the walk with a warning, so that all frames before it are kept.
 */
final class XdatcarFrames implements AutoCloseable {
    private final ByteLines lines;
    private final ReadHints hints;
    private final List<Problem> warnings = new ArrayList<>();
    private final double[] spare = new double[3];

    private PoscarHeader header;
    private Atoms atoms;
    private double[] frame;
    private long framesRead;
    private boolean marked;
    private boolean cartesian;
    private boolean finished;
    private boolean headDisagrees;
    private long frameLine;
    private long frameOffset;
    private long counter = -1;
    private long counterStep = -1;

    XdatcarFrames(Path file, ReadHints hints, Progress progress) {
        lines = new ByteLines(file, progress);
        this.hints = hints;
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

    OptionalLong counterStep() {
        return counterStep > 0 ? OptionalLong.of(counterStep) : OptionalLong.empty();
    }

    List<Problem> warnings() {
        return warnings;
    }

    /** Goes on to the next whole frame; false at the end. */
    boolean next() {
        while (!finished) {
            try {
                switch (beginFrame()) {
                    case END -> finished = true;
                    case FRAME -> {
                        if (readPositions()) {
                            framesRead++;
                            return true;
                        }
                    }
                }
            } catch (InputException e) {
                if (headDisagrees) {
                    throw e;
                }
                finished = true;
                warn(
                        e.problem().line().orElse(lines.line()),
                        e.problem().message() + "; the " + framesRead + " frames before it are used");
            }
        }
        if (lines.isDamaged()) {
            warn(lines.line(), "the compressed file breaks off here; the " + framesRead + " frames before are used");
        }
        return false;
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
            if (isMarker()) {
                readMarker();
                return Begin.FRAME;
            }
            int numbers = lines.numbers(spare, 0, 3);
            if (numbers == 3 && !marked) {
                lines.back();
                frameLine = lines.line();
                return Begin.FRAME;
            }
            if (numbers == 3) {
                headDisagrees = framesRead == 1;
                throw lines.error("more positions than the " + frame.length / 3
                        + " atoms of the head; “Direct configuration=” was expected");
            }
            lines.back();
            repeatHeader();
        }
        return Begin.END;
    }

    private boolean isMarker() {
        return switch (lines.firstByte()) {
            case 'D', 'd', 'C', 'c', 'K', 'k' -> {
                String text = lines.text().strip().toLowerCase(java.util.Locale.ROOT);
                yield text.startsWith("direct") || text.startsWith("cartesian") || text.startsWith("konfig");
            }
            default -> false;
        };
    }

    private void readMarker() {
        marked = true;
        frameLine = lines.line() + 1;
        String text = lines.text().strip();
        cartesian = text.charAt(0) == 'c' || text.charAt(0) == 'C';
        int equals = text.indexOf('=');
        String number = equals < 0 ? "" : text.substring(equals + 1).strip();
        if (number.matches("[0-9]{1,18}")) {
            long value = Long.parseLong(number);
            if (counter >= 0 && counterStep < 0) {
                counterStep = value - counter;
            } else if (counter >= 0 && counterStep > 0 && value > counter + counterStep) {
                warn(
                        lines.line(),
                        "the frame counter jumps from " + counter + " to " + value
                                + ": frames are missing between, and motion across the gap is not what it seems");
            }
            counter = value;
        }
    }

    private void repeatHeader() {
        long at = lines.line();
        PoscarHeader repeated = PoscarHeader.read(lines);
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
        if (lines.isUnended() && lines.isDamaged()) {
            throw lines.error("the compressed file breaks off in its first frame");
        }
        frame = read;
        toFractional();
        framesRead = 1;
    }

    /** Reads the positions of a frame; false when it is not whole and was dropped with a warning. */
    private boolean readPositions() {
        int atomsExpected = frame.length / 3;
        int lastDecimals = 0;
        for (int i = 0; i < atomsExpected; i++) {
            if (!readPosition(frame, i)) {
                warn(
                        frameLine,
                        "frame " + (framesRead + 1) + ", which begins here, has " + i + " of " + atomsExpected
                                + " positions: it was cut off and is left out");
                return false;
            }
            if (i == atomsExpected - 2) {
                lastDecimals = decimals();
            }
        }
        if (lines.isUnended() && atomsExpected > 1 && decimals() < lastDecimals) {
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
            if (lines.isBlank() && marked) {
                continue;
            }
            if (lines.isBlank() && atom == 0) {
                continue;
            }
            if (lines.isUnended() || lines.isBlank()) {
                return false;
            }
            int found = lines.numbers(spare, 0, 3);
            if (isMarker() || found == 0 && !looksLikePosition()) {
                lines.back();
                return false;
            }
            throw lines.error("a position was expected (three finite numbers), found “"
                    + lines.text().strip() + "”");
        }
        return true;
    }

    /** Whether a line without numbers was meant as a position: NaN, Infinity or Fortran's stars. */
    private boolean looksLikePosition() {
        String text = lines.text().strip().toLowerCase(java.util.Locale.ROOT);
        return text.startsWith("nan")
                || text.startsWith("-nan")
                || text.startsWith("inf")
                || text.startsWith("-inf")
                || text.startsWith("*");
    }

    private int decimals() {
        String text = lines.text().stripTrailing();
        int point = text.lastIndexOf('.');
        return point < 0 ? 0 : text.length() - point - 1;
    }

    private void toFractional() {
        if (!cartesian) {
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
                    .mapToObj(i -> "species" + i)
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
