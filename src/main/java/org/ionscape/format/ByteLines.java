package org.ionscape.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;

/**
 * Reads a text line by line, and the numbers in it, from bytes: no object per line or number. The kernel under the
 * XDATCAR, LAMMPS and XYZ readers.
 *
 * <p>A number is read as an integer divided by a power of ten. That is correctly rounded while the integer is at most
 * 2⁵³ and the power at most 10²², for then both are exact (W. D. Clinger, 1990); anything else goes to
 * {@link Double#parseDouble}. Numbers may touch when the second begins with its sign, as Fortran's fixed columns do.
 */
public final class ByteLines implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int MAX_LINE_BYTES = 1 << 16;
    private static final long REPORT_BYTES = 2L << 20;
    private static final long EXACT_INTEGERS = 1L << 53;
    private static final double[] POWER_OF_TEN = new double[23];
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;

    static {
        for (int i = 0; i < POWER_OF_TEN.length; i++) {
            POWER_OF_TEN[i] = Double.parseDouble("1e" + i);
        }
    }

    private final Path file;
    private final InputStream in;
    private final Progress progress;
    private final double totalMb;
    private final CountedStream onDisk;
    /** Longer than the data in it: a newline stands behind the last byte, so that no loop needs a bound. */
    private final byte[] buffer = new byte[BUFFER_BYTES + 1 + Long.BYTES];

    private int limit;
    private int position;
    private int lineStart;
    private int lineEnd;
    private int cursor;
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
        cursor = position;
        int read = scanNumbers(out, at, n);
        endLineFrom(cursor);
        return read == n;
    }

    /** Reads up to {@code n} numbers from the beginning of the current line; returns how many there were. */
    public int numbers(double[] out, int at, int n) {
        cursor = lineStart;
        return scanNumbers(out, at, n);
    }

    /** Reads up to {@code n} numbers behind the first {@code words} words of the current line; how many there were. */
    public int numbersAfter(int words, double[] out, int at, int n) {
        cursor = lineStart;
        for (int w = 0; w < words; w++) {
            while (buffer[cursor] == ' ' || buffer[cursor] == '\t') {
                cursor++;
            }
            while (buffer[cursor] > ' ' || buffer[cursor] < 0) {
                cursor++;
            }
        }
        return scanNumbers(out, at, n);
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
        return cursor >= lineEnd ? "" : new String(buffer, cursor, lineEnd - cursor, StandardCharsets.UTF_8).strip();
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
        if (onDisk.count >= nextReport) {
            nextReport = onDisk.count + REPORT_BYTES;
            progress.report(onDisk.count / 1e6, totalMb, "MB");
        }
    }

    private int scanNumbers(double[] out, int at, int n) {
        byte[] b = buffer;
        int i = cursor;
        for (int k = 0; k < n; k++) {
            while (b[i] == ' ' || b[i] == '\t') {
                i++;
            }
            int start = i;
            boolean negative = b[i] == '-';
            if (negative || b[i] == '+') {
                i++;
            }
            long mantissa = 0;
            int digits = i;
            int d;
            while ((d = b[i] - '0') >= 0 && d <= 9) {
                mantissa = mantissa * 10 + d;
                i++;
            }
            int decimals = 0;
            if (b[i] == '.') {
                int point = ++i;
                long eight = (long) EIGHT_BYTES.get(b, i) ^ ZEROS;
                while (areDigits(eight)) {
                    mantissa = mantissa * 100_000_000 + valueOf(eight);
                    i += 8;
                    eight = (long) EIGHT_BYTES.get(b, i) ^ ZEROS;
                }
                while ((d = b[i] - '0') >= 0 && d <= 9) {
                    mantissa = mantissa * 10 + d;
                    i++;
                }
                decimals = i - point;
                digits++;
            }
            int length = i - digits;
            int after = b[i];
            boolean ends = after <= ' ' && after >= 0 || after == '-' || after == '+';
            if (ends && length > 0 && length <= 18 && decimals <= 22 && mantissa <= EXACT_INTEGERS) {
                double value = mantissa / POWER_OF_TEN[decimals];
                out[at + k] = negative ? -value : value;
            } else {
                int end = slowNumber(start, out, at + k);
                if (end < 0) {
                    cursor = start;
                    return k;
                }
                i = end;
            }
        }
        cursor = i;
        return n;
    }

    /** Whether each of eight bytes is 0 to 9. */
    private static boolean areDigits(long eight) {
        return ((eight + 0x7676767676767676L | eight) & 0x8080808080808080L) == 0;
    }

    /** The number that eight digits make, the first in the lowest byte: pairs, then fours, then all at once. */
    private static long valueOf(long eight) {
        long pairs = eight * (1 + (10 << 8)) >>> 8 & 0x00FF00FF00FF00FFL;
        long fours = pairs * (1 + (100 << 16)) >>> 16 & 0x0000FFFF0000FFFFL;
        return fours * (1 + (10_000L << 32)) >>> 32;
    }

    /** Reads a number with an exponent or many digits; returns its end, or −1 when there is no finite number. */
    private int slowNumber(int start, double[] out, int at) {
        int end = start;
        while (buffer[end] > ' ') {
            boolean sign = buffer[end] == '-' || buffer[end] == '+';
            boolean afterExponent = end > start && (buffer[end - 1] | 0x20) >= 'd' && (buffer[end - 1] | 0x20) <= 'e';
            if (sign && end > start && !afterExponent) {
                break;
            }
            end++;
        }
        if (end == start || end - start > 64) {
            return -1;
        }
        String token = new String(buffer, start, end - start, StandardCharsets.ISO_8859_1)
                .replace('d', 'e')
                .replace('D', 'E');
        if (Character.isLetter(token.charAt(token.length() - 1))
                || token.indexOf('x') >= 0
                || token.indexOf('X') >= 0) {
            return -1; // Java would take "1f" and "0x1p3"
        }
        try {
            double value = Double.parseDouble(token);
            out[at] = value;
            return Double.isFinite(value) ? end : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static final class CountedStream extends FilterInputStream {
        private long count;

        CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                count++;
            }
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            if (n > 0) {
                count += n;
            }
            return n;
        }
    }
}
