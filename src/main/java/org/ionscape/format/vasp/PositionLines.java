package org.ionscape.format.vasp;

import java.util.regex.Pattern;
import org.ionscape.format.ByteLines;

/** What can be told of a line that should be three numbers. */
final class PositionLines {
    private static final Pattern DECIMALS = Pattern.compile("\\.([0-9]*)");
    /** Begins like a number, or as programs print one that is not finite or does not fit. */
    private static final Pattern BAD =
            Pattern.compile("^\\s*([-+]?(nan|inf)|\\*|[-+.]?[0-9]\\S*\\s+\\S+\\s+\\S)", Pattern.CASE_INSENSITIVE);

    private PositionLines() {}

    /** Whether a line that is no position was meant to be one. */
    static boolean isBad(ByteLines lines) {
        return BAD.matcher(lines.text()).find();
    }

    /** Whether the file ends without a newline in a number that has fewer digits than the two before it. */
    static boolean isCut(ByteLines lines) {
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
}
