package org.ionscape.format.vasp;

import java.util.Locale;
import java.util.OptionalLong;
import org.ionscape.format.ByteLines;

/** The lines between the frames of an XDATCAR, {@code Direct configuration= 10}: what they count and where they skip. */
final class XdatcarMarkers {
    private final ByteLines lines;
    private boolean seen;
    private boolean cartesian;
    private long counter = -1;
    private long step = -1;
    private long gaps;
    private long gapLine;

    XdatcarMarkers(ByteLines lines) {
        this.lines = lines;
    }

    /** Whether the current line is one. */
    boolean isMarker() {
        return switch (lines.firstByte()) {
            case 'D', 'd', 'C', 'c', 'K', 'k' -> {
                String text = lines.text().strip().toLowerCase(Locale.ROOT);
                yield text.startsWith("direct") || text.startsWith("cartesian") || text.startsWith("konfig");
            }
            default -> false;
        };
    }

    /** Takes what the current line says. */
    void read() {
        seen = true;
        String text = lines.text().strip();
        cartesian = text.charAt(0) == 'c' || text.charAt(0) == 'C';
        int equals = text.indexOf('=');
        String number = equals < 0 ? "" : text.substring(equals + 1).strip();
        if (number.matches("[0-9]{1,18}")) {
            long value = Long.parseLong(number);
            if (counter >= 0 && step < 0) {
                step = value - counter;
            } else if (counter >= 0 && step > 0 && value > counter + step) {
                gapLine = gaps++ == 0 ? lines.line() : gapLine;
            }
            counter = value;
        }
    }

    /** Whether the file has any; those of VASP 4 have none. */
    boolean seen() {
        return seen;
    }

    /** Whether the positions below the last one are in Å and not fractions of the cell. */
    boolean isCartesian() {
        return cartesian;
    }

    /** What the counter grows by from one frame to the next. */
    OptionalLong step() {
        return step > 0 ? OptionalLong.of(step) : OptionalLong.empty();
    }

    /** How often the counter skipped frames. */
    long gaps() {
        return gaps;
    }

    /** Where it did first. */
    long gapLine() {
        return gapLine;
    }
}
