package org.ionscape.table;

import java.util.function.Function;
import java.util.function.IntPredicate;

/** A place in a text that is read from left to right, white space between its parts not counting. */
final class Cursor {
    private final String text;
    private final String what;
    private final Function<String, RuntimeException> refusal;
    private int at;

    /**
     * @param what what the text is called when it cannot be read, such as {@code "the condition "}
     * @param refusal the exception that carries the sentence
     */
    Cursor(String text, String what, Function<String, RuntimeException> refusal) {
        this.text = text;
        this.what = what;
        this.refusal = refusal;
    }

    /** Whether the next character, right here, is one of these. */
    boolean at(IntPredicate character) {
        return at < text.length() && character.test(text.charAt(at));
    }

    /** Steps over a text if it comes next. */
    boolean take(String part) {
        skipSpace();
        boolean here = text.startsWith(part, at);
        if (here) {
            at += part.length();
        }
        return here;
    }

    /** Steps over a word if it comes next, in small letters or capitals, and ends there. */
    boolean takeWord(String word) {
        skipSpace();
        int end = at + word.length();
        boolean here = text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || Character.isWhitespace(text.charAt(end)) || text.charAt(end) == '(');
        if (here) {
            at = end;
        }
        return here;
    }

    /** What stands in quotes here, or else the longest run of such characters. */
    String name(IntPredicate part, String expected) {
        skipSpace();
        if (at(c -> c == '"' || c == '\'')) {
            int close = text.indexOf(text.charAt(at), at + 1);
            if (close < 0) {
                throw bad("a closing quote");
            }
            String quoted = text.substring(at + 1, close);
            at = close + 1;
            return quoted;
        }
        int start = at;
        while (at(part)) {
            at++;
        }
        if (at == start) {
            throw bad(expected);
        }
        return text.substring(start, at);
    }

    /** A number without a sign. */
    double number() {
        skipSpace();
        int start = at;
        while (at(c -> Character.isDigit(c) || c == '.' || c == 'e' || c == 'E' || isSignOfExponent(c, start))) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw bad("a number");
        }
    }

    private boolean isSignOfExponent(int c, int start) {
        return (c == '-' || c == '+') && at > start && Character.toLowerCase(text.charAt(at - 1)) == 'e';
    }

    void skipSpace() {
        while (at(Character::isWhitespace)) {
            at++;
        }
    }

    /** Refuses whatever still follows. */
    void end(String expected) {
        skipSpace();
        if (at < text.length()) {
            throw bad(expected);
        }
    }

    RuntimeException bad(String expected) {
        return refusal.apply(what + "“" + text + "” cannot be read: " + expected + " was expected "
                + (at < text.length() ? "at “" + text.substring(at) + "”" : "at its end"));
    }
}
