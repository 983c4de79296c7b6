package org.ionscape.learn.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ionscape.compute.Progress;
import org.ionscape.learn.FittedRegressor;

/** A table with a fixed split, standardised on its training rows, and what scikit-learn 1.2.1 made of it. */
record RegressionCase(double[][] trainX, double[] trainY, double[][] testX, double[] testY, JsonNode expected) {
    static RegressionCase read(Path folder) throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        List<String> features = new ArrayList<>();
        expected.at("/values/features").forEach(f -> features.add(f.asText()));
        String target = expected.at("/values/target").asText();
        List<String> lines = Files.readAllLines(folder.resolve("input.csv"));
        List<String> header = List.of(lines.getFirst().split(","));
        List<double[]> x = new ArrayList<>();
        List<double[]> testX = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> testY = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            boolean training = cells[header.indexOf("split")].equals("train");
            (training ? x : testX)
                    .add(features.stream()
                            .mapToDouble(f -> Double.parseDouble(cells[header.indexOf(f)]))
                            .toArray());
            (training ? y : testY).add(Double.valueOf(cells[header.indexOf(target)]));
        }
        double[][] train = x.toArray(double[][]::new);
        double[][] test = testX.toArray(double[][]::new);
        standardise(train, test);
        return new RegressionCase(
                train,
                y.stream().mapToDouble(v -> v).toArray(),
                test,
                testY.stream().mapToDouble(v -> v).toArray(),
                expected);
    }

    private static void standardise(double[][] train, double[][] test) {
        for (int j = 0; j < train[0].length; j++) {
            double mean = 0;
            for (double[] row : train) {
                mean += row[j] / train.length;
            }
            double variance = 0;
            for (double[] row : train) {
                variance += (row[j] - mean) * (row[j] - mean) / train.length;
            }
            double sd = variance > 0 ? Math.sqrt(variance) : 1;
            for (double[][] rows : List.of(train, test)) {
                for (double[] row : rows) {
                    row[j] = (row[j] - mean) / sd;
                }
            }
        }
    }

    double targetSd() {
        return expected.at("/values/y_train_sd").asDouble();
    }

    FittedRegressor fit(String model, List<String> settings, long seed) {
        var type = Models.named(model);
        return type.regressor(type.defaults().with(settings)).fit(trainX, trainY, seed, Progress.NONE);
    }

    double testRmse(FittedRegressor fitted) {
        double[] predicted = fitted.predict(testX);
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            sum += (predicted[i] - testY[i]) * (predicted[i] - testY[i]);
        }
        return Math.sqrt(sum / predicted.length);
    }
}
