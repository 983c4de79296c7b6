package org.ionscape.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;

/**
 * Reads a text line by line, and the numbers in it, from bytes: no object per line or number. The kernel under the
 * XDATCAR, LAMMPS and XYZ readers.
 */
public final class ByteLines implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int MAX_LINE_BYTES = 1 << 16;
    private static final long REPORT_BYTES = 2L << 20;

    private final Path file;
    private final InputStream in;
    private final Progress progress;
    private final double totalMb;
    private final CountedStream onDisk;
    /** Longer than the data in it: a newline stands behind the last byte, so that no loop needs a bound. */
    private final byte[] buffer = new byte[BUFFER_BYTES + 1 + Long.BYTES];

    private final NumberScanner scanner = new NumberScanner(buffer);
    private int limit;
    private int position;
    private int lineStart;
    private int lineEnd;
    private long line;
    private long consumed;
    private boolean exhausted;
    private boolean ended;
    private boolean damaged;
    private boolean again;
    private boolean newlineSeen = true;
    private long nextReport;

    /** Opens a file through its compression. Progress counts MB of the file as it lies on the disk. */
    public ByteLines(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
        try {
            totalMb = Files.size(file) / 1e6;
            onDisk = new CountedStream(Files.newInputStream(file));
            in = Decompression.methodOf(file) == Decompression.Method.NONE ? onDisk : Decompression.open(onDisk);
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
        buffer[0] = '\n';
    }

    /** Goes to the next line; false at the end of the file. */
    public boolean next() {
        if (again) {
            again = false;
            return true;
        }
        if (!makeRoomForALine()) {
            return false;
        }
        lineStart = position;
        endLineFrom(position);
        return true;
    }

    /** Lets {@link #next} give the current line once more. */
    public void back() {
        again = true;
    }

    /**
     * Goes to the next line and reads {@code n} numbers from its beginning in the same pass. False when there is no
     * line or it does not begin with that many numbers; then the line is the current one.
     */
    public boolean nextNumbers(double[] out, int at, int n) {
        if (again || !makeRoomForALine()) {
            return next() && numbers(out, at, n) == n;
        }
        lineStart = position;
        scanner.moveTo(position);
        int read = scanner.numbers(out, at, n);
        endLineFrom(scanner.cursor());
        return read == n;
    }

    /** Reads up to {@code n} numbers from the beginning of the current line; returns how many there were. */
    public int numbers(double[] out, int at, int n) {
        return numbersAfter(0, out, at, n);
    }

    /** Reads up to {@code n} numbers behind the first {@code words} words of the current line; how many there were. */
    public int numbersAfter(int words, double[] out, int at, int n) {
        scanner.moveTo(lineStart);
        scanner.skipWords(words);
        return scanner.numbers(out, at, n);
    }

    /** Whether two of the numbers last read stood together without a blank between them. */
    public boolean numbersTouch() {
        return scanner.isTouching();
    }

    /** Whether the word behind the first {@code words} words of the current line is this one. */
    public boolean isWord(int words, byte[] expected) {
        int i = lineStart;
        for (int w = 0; ; w++) {
            while (buffer[i] == ' ' || buffer[i] == '\t') {
                i++;
            }
            int start = i;
            while (buffer[i] > ' ' || buffer[i] < 0) {
                i++;
            }
            if (w == words) {
                return Arrays.equals(buffer, start, i, expected, 0, expected.length);
            }
        }
    }

    /** Number of the current line, from 1. */
    public long line() {
        return line;
    }

    /** Where the current line begins, in bytes of the plain text. */
    public long offset() {
        return consumed + lineStart;
    }

    public boolean isBlank() {
        return firstByte() == '\n';
    }

    /** The first byte of the current line that is not white space; newline for a blank line. */
    public int firstByte() {
        for (int i = lineStart; i < lineEnd; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return buffer[i];
            }
        }
        return '\n';
    }

    /** The current line without its end. */
    public String text() {
        return new String(buffer, lineStart, lineEnd - lineStart, StandardCharsets.UTF_8);
    }

    /** The current line for a message: at most 60 characters of it, those that cannot be shown replaced. */
    public String excerpt() {
        String text = text().strip().replaceAll("[^\\P{C}\t]|\uFFFD", "·");
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** The words of the current line; none for a blank one. */
    public String[] words() {
        String text = text().strip();
        return text.isEmpty() ? new String[0] : text.split("\\s+");
    }

    /** What follows the numbers last read on this line, stripped. */
    public String rest() {
        int from = scanner.cursor();
        return from >= lineEnd ? "" : new String(buffer, from, lineEnd - from, StandardCharsets.UTF_8).strip();
    }

    /** Whether the current line is the last and has no newline: it may have been cut. */
    public boolean isUnended() {
        return !newlineSeen;
    }

    /** Whether the last call of {@link #next} or {@link #nextNumbers} found no further line. */
    public boolean atEnd() {
        return ended;
    }

    /** Whether a compressed stream broke off. */
    public boolean isDamaged() {
        return damaged;
    }

    /** A problem at the current line. */
    public InputException error(String message) {
        return InputException.at(file, Math.max(1, line), message);
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endLineFrom(int from) {
        int i = from;
        while (buffer[i] != '\n') {
            i++;
        }
        if (i == limit && !exhausted) {
            throw InputException.at(
                    file, line + 1, "this line is longer than 64 KiB: the file is not the text that was expected");
        }
        newlineSeen = i < limit;
        position = Math.min(i + 1, limit);
        lineEnd = i > lineStart && buffer[i - 1] == '\r' ? i - 1 : i;
        line++;
    }

    /** Sees to it that a whole line lies in the buffer; false when there is none left. */
    private boolean makeRoomForALine() {
        if (limit - position < MAX_LINE_BYTES && !exhausted) {
            refill();
        }
        ended = position >= limit;
        return !ended;
    }

    private void refill() {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        consumed += position;
        lineStart = Math.max(0, lineStart - position);
        limit -= position;
        position = 0;
        try {
            while (limit < BUFFER_BYTES) {
                int n = in.read(buffer, limit, BUFFER_BYTES - limit);
                if (n < 0) {
                    exhausted = true;
                    break;
                }
                limit += n;
            }
        } catch (IOException e) {
            if (in instanceof CountedStream || limit == 0 && consumed == 0 || !Decompression.isCutOff(e)) {
                throw Decompression.unreadable(file, e);
            }
            exhausted = true; // what was unpacked before the stream broke off is good
            damaged = true;
        } catch (IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException e) {
            throw Decompression.unreadable(file, new IOException("its compressed data are damaged", e));
        }
        buffer[limit] = '\n';
        progress.check();
        if (onDisk.count() >= nextReport) {
            nextReport = onDisk.count() + REPORT_BYTES;
            progress.report(onDisk.count() / 1e6, totalMb, "MB");
        }
    }
}
