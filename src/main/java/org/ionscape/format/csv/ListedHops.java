package org.ionscape.format.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ionscape.compute.InputException;
import org.ionscape.format.Decompression;

/**
 * Hops that the program IonDiff found: a file {@code DIFFUSION} with one hop a line, the index of the ion in the
 * trajectory, the frame in which the hop begins and the frame in which it ends, all counted from 0 and written as numbers
 * of any form; an end of −1 says that the run ended first.
 *
 * @param file where they were found
 * @param hops in the order of the file
 */
public record ListedHops(Path file, List<Hop> hops) {
    private static final String NAME = "DIFFUSION";
    private static final int NUMBERS = 3;
    private static final int MOST_HOPS = 1_000_000;

    public ListedHops {
        hops = List.copyOf(hops);
    }

    /**
     * A hop of the list.
     *
     * @param ion index of the atom, from 0
     * @param startFrame from 0
     * @param endFrame from 0; empty when the run ended first
     */
    public record Hop(int ion, int startFrame, OptionalInt endFrame) {}

    /** The list in a folder; empty when there is none. */
    public static Optional<ListedHops> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> Decompression.plainName(f).equals(NAME) && Files.isRegularFile(f))
                    .min(Path::compareTo)
                    .map(ListedHops::read);
        } catch (IOException e) {
            throw Decompression.unreadable(folder, e);
        }
    }

    /**
     * Reads a list.
     *
     * @throws InputException at the first line that is not three such numbers
     */
    public static ListedHops read(Path file) {
        List<Hop> hops = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Decompression.openShort(file), StandardCharsets.ISO_8859_1))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    hops.add(hop(file, number, text));
                }
                if (hops.size() > MOST_HOPS) {
                    throw InputException.at(file, number, "more than a million hops; this is no list of IonDiff's");
                }
            }
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
        return new ListedHops(file, hops);
    }

    private static Hop hop(Path file, int line, String text) {
        String[] words = text.split("[\\s,]+");
        if (words.length != NUMBERS) {
            throw InputException.at(
                    file,
                    line,
                    "expected three numbers, the ion, the first and the last frame of a hop, found " + words.length);
        }
        int ion = whole(file, line, words[0], 0);
        int start = whole(file, line, words[1], 0);
        int end = whole(file, line, words[2], -1);
        if (end >= 0 && end < start) {
            throw InputException.at(file, line, "the hop ends in frame " + end + ", before it begins in " + start);
        }
        return new Hop(ion, start, end < 0 ? OptionalInt.empty() : OptionalInt.of(end));
    }

    private static int whole(Path file, int line, String word, int least) {
        try {
            double value = Double.parseDouble(word);
            if (value == Math.rint(value) && value >= least && value <= Integer.MAX_VALUE) {
                return (int) value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw InputException.at(file, line, "expected a whole number from " + least + " on, found “" + word + "”");
    }
}
