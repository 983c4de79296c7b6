package org.ionscape.format.vasp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Element;
import org.ionscape.format.ByteLines;

/** What the head of an OUTCAR says of the ions: how many of each type, and what their potentials call them. */
final class OutcarIons {
    private static final int MOST_ATOMS = 10_000_000;
    private static final int MOST_TYPES = 10_000;
    private static final Pattern VRHFIN = Pattern.compile("VRHFIN\\s*=\\s*([A-Za-z]+)");
    private static final Pattern POTENTIAL = Pattern.compile("(?:TITEL\\s*=|POTCAR:)\\s*\\S+\\s+([A-Za-z_]+)");

    private final List<String> names = new ArrayList<>();
    private final List<String> potentials = new ArrayList<>();
    private int[] counts = new int[0];

    /** Whether a line told something of the ions, which was taken. */
    boolean take(String line, ByteLines lines) {
        if (line.startsWith("VRHFIN")) {
            add(VRHFIN, line, names);
        } else if (line.startsWith("TITEL") || line.startsWith("POTCAR:")) {
            add(POTENTIAL, line, potentials);
        } else if (line.startsWith("ions per type")) {
            counts = counts(line, lines);
        } else {
            return false;
        }
        return true;
    }

    private static void add(Pattern pattern, String line, List<String> into) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.find() && into.size() < MOST_TYPES) {
            String label = matcher.group(1);
            into.add(Element.ofLabel(label).map(Element::symbol).orElse(label));
        }
    }

    private static int[] counts(String line, ByteLines lines) {
        String[] words = line.substring(line.indexOf('=') + 1).strip().split("\\s+");
        int[] found = new int[words.length];
        long sum = 0;
        for (int i = 0; i < words.length; i++) {
            try {
                found[i] = Integer.parseInt(words[i]);
            } catch (NumberFormatException e) {
                throw lines.error("the number of ions of each type was expected, found “" + lines.excerpt() + "”");
            }
            sum += found[i];
            if (found[i] < 1 || sum > MOST_ATOMS) {
                throw lines.error("one to ten million ions were expected, found “" + lines.excerpt() + "”");
            }
        }
        return found;
    }

    /** How many there are; 0 when that was not said yet. */
    long count() {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Named by their potentials, or X1 … where an OUTCAR of low NWRITE tells nothing. */
    Atoms atoms() {
        List<String> known = names.size() >= counts.length ? names : potentials;
        List<String> types = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            types.add(i < known.size() ? known.get(i) : "X" + (i + 1));
        }
        return Atoms.ofBlocks(types, counts);
    }
}
