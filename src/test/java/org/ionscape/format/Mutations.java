package org.ionscape.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;

/** Damages a good file in many ways: a reader may give whole frames or refuse with a sentence, and nothing else. */
public final class Mutations {
    private static final byte[] NASTY = "0123456789-.eENa <>/\"=*\n\0\u007f".getBytes(StandardCharsets.ISO_8859_1);

    private Mutations() {}

    /** Cuts the text everywhere (in at most 400 places) and changes it at random, from a fixed seed. */
    public static void survive(TrajectoryReader reader, String text, Path folder) throws IOException {
        byte[] good = text.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut < good.length; cut += 1 + good.length / 400) {
            readOrRefuse(reader, Arrays.copyOf(good, cut), folder);
        }
        SplittableRandom random = new SplittableRandom(20261121);
        for (int i = 0; i < 400; i++) {
            byte[] bad = good.clone();
            for (int k = 0; k <= i % 4; k++) {
                bad[random.nextInt(bad.length)] = NASTY[random.nextInt(NASTY.length)];
            }
            readOrRefuse(reader, bad, folder);
        }
    }

    private static void readOrRefuse(TrajectoryReader reader, byte[] bytes, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        try (LoadedTrajectory run = reader.read(file, ReadHints.NONE, Progress.NONE)) {
            double[] frame = new double[3 * run.trajectory().atoms().count()];
            for (int f = 0; f < run.trajectory().frameCount(); f++) {
                run.trajectory().readFrame(f, frame);
                Assertions.assertThat(Arrays.stream(frame).allMatch(Double::isFinite))
                        .isTrue();
            }
            reader.head(file, ReadHints.NONE, Progress.NONE);
        } catch (InputException refused) {
            Assertions.assertThat(refused.problem().message()).isNotBlank();
        }
    }
}
