package org.ionscape.format.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Writes small runs into folders, as VASP would. */
public final class Layouts {
    private static final int ATOMS = 6;

    private Layouts() {}

    /** A random walk of Li2PS3 in a cubic cell, gently enough to be unwrapped. */
    public static double[][] walk(long seed, int frames) {
        Random random = new Random(seed);
        double[][] walk = new double[frames][3 * ATOMS];
        for (int i = 0; i < 3 * ATOMS; i++) {
            walk[0][i] = random.nextDouble();
        }
        for (int f = 1; f < frames; f++) {
            for (int i = 0; i < 3 * ATOMS; i++) {
                walk[f][i] = walk[f - 1][i] + 0.01 * random.nextGaussian();
            }
        }
        return walk;
    }

    public static String xdatcar(double[][] frames, int counterStep) {
        return xdatcar(frames, counterStep, "Li P S\n");
    }

    public static String xdatcar(double[][] frames, int counterStep, String speciesLine) {
        StringBuilder text = new StringBuilder("a walk\n 1.0\n 10 0 0\n 0 10 0\n 0 0 10\n")
                .append(speciesLine)
                .append("2 1 3\n");
        for (int f = 0; f < frames.length; f++) {
            text.append("Direct configuration= ").append((f + 1) * counterStep).append('\n');
            for (int i = 0; i < ATOMS; i++) {
                for (int k = 0; k < 3; k++) {
                    double x = frames[f][3 * i + k];
                    text.append(String.format(Locale.ROOT, " %.8f", x - Math.floor(x)));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    public static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** A run of ten frames with an INCAR of 2 fs × 10 at the temperature. */
    public static Path run(Path folder, long seed, int temperatureK) throws IOException {
        write(folder.resolve("XDATCAR"), xdatcar(walk(seed, 10), 10));
        write(folder.resolve("INCAR"), "POTIM = 2\nNBLOCK = 10\nTEBEG = " + temperatureK + "\n");
        return folder;
    }
}
