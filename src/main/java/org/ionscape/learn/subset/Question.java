package org.ionscape.learn.subset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.validate.Fold;
import org.ionscape.table.Column;

/** Everything the scores of a screening depend on, as a hash: a search goes on only where it asked the same. */
final class Question {
    private Question() {}

    static String of(SubsetStudy study, List<Fold> screening) {
        Dataset data = study.data();
        StringBuilder text = new StringBuilder();
        List.of(
                        data.target(),
                        Arrays.toString(data.y()),
                        study.pipeline().type().name(),
                        study.pipeline().settings().values(),
                        study.pipeline().prepare(),
                        screening,
                        study.largest(),
                        study.seed())
                .forEach(part -> text.append(part).append('\n'));
        for (Column feature : data.features()) {
            text.append(feature.key()).append('\n');
            text.append(
                    IntStream.range(0, feature.size()).mapToObj(feature::text).toList());
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
