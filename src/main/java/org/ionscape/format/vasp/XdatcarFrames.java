package org.ionscape.format.vasp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
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
    private static final Pattern DECIMALS = Pattern.compile("\\.([0-9]*)");
    /** Begins like a number, or as programs print one that is not finite or does not fit. */
    private static final Pattern BAD_POSITION =
            Pattern.compile("^\\s*([-+]?(nan|inf)|\\*|[-+.]?[0-9]\\S*\\s+\\S+\\s+\\S)", Pattern.CASE_INSENSITIVE);

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
    private long frameLine;
    private long frameOffset;
    private long counter = -1;
    private long counterStep = -1;
    private long gaps;
    private long gapLine;

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

    /** Bytes of plain text up to the line that was read last. */
    long offset() {
        return lines.offset();
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
        if (gaps > 0) {
            warn(
                    gapLine,
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
                gapLine = gaps++ == 0 ? lines.line() : gapLine;
            }
            counter = value;
        }
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
        if (lastNumberIsCut() || lines.isUnended() && lines.isDamaged()) {
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
        if (lastNumberIsCut()) {
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
            if (isMarker() || beginsHead()) {
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
        return !BAD_POSITION.matcher(lines.text()).find();
    }

    /** Whether the file ends without a newline in a number that has fewer digits than the two before it. */
    private boolean lastNumberIsCut() {
        if (!lines.isUnended()) {
            return false;
        }
        int[] decimals = DECIMALS.matcher(lines.text())
                .results()
                .mapToInt(match -> match.group(1).length())
                .limit(3)
                .toArray();
        return decimals.length == 2 || decimals.length == 3 && decimals[0] == decimals[1] && decimals[2] < decimals[1];
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
