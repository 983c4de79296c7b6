package org.ionscape.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers from bytes without making an object of any. A newline must stand behind the last byte that counts, and
 * eight more bytes behind that.
 *
 * <p>A number is read as an integer divided by a power of ten. That is correctly rounded while the integer is at most
 * 2⁵³ and the power at most 10²², for then both are exact (W. D. Clinger, 1990); anything else goes to
 * {@link Double#parseDouble}. Numbers may touch when the second begins with its sign, as Fortran's fixed columns do.
 */
final class NumberScanner {
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

    private final byte[] buffer;
    private int cursor;
    private boolean touching;

    NumberScanner(byte[] buffer) {
        this.buffer = buffer;
    }

    /** Where the next number is looked for: behind those that were read. */
    int cursor() {
        return cursor;
    }

    void moveTo(int position) {
        cursor = position;
    }

    /** Whether two of the numbers last read stood together without a blank. */
    boolean isTouching() {
        return touching;
    }

    void skipWords(int words) {
        for (int w = 0; w < words; w++) {
            while (buffer[cursor] == ' ' || buffer[cursor] == '\t') {
                cursor++;
            }
            while (buffer[cursor] > ' ' || buffer[cursor] < 0) {
                cursor++;
            }
        }
    }

    /** Reads up to {@code n} numbers from the cursor on, parted by blanks or tabulators; returns how many there were. */
    int numbers(double[] out, int at, int n) {
        byte[] b = buffer;
        int i = cursor;
        touching = false;
        for (int k = 0; k < n; k++) {
            touching |= k > 0 && b[i] > ' ';
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
}
