package org.ionscape.app.shell;

import java.util.Locale;

/** How well a few typed letters fit a text. */
final class FuzzyMatch {
    private static final int WORD_START = 8;
    private static final int IN_A_ROW = 5;

    private FuzzyMatch() {}

    /** The letters must occur in order; starts of words and neighbours count more. −1: they do not occur. */
    static int score(String typed, String text) {
        String letters = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String lower = text.toLowerCase(Locale.ROOT);
        int score = 0;
        int last = -2;
        for (int i = 0; i < letters.length(); i++) {
            int at = lower.indexOf(letters.charAt(i), Math.max(0, last + 1));
            if (at < 0) {
                return -1;
            }
            boolean start = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
            score += 1 + (start ? WORD_START : 0) + (at == last + 1 ? IN_A_ROW : 0);
            last = at;
        }
        return score;
    }
}
