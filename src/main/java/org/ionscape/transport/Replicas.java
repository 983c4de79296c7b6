package org.ionscape.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several runs of one material at one temperature, made into one number. */
public final class Replicas {
    private Replicas() {}

    /**
     * Combines points at equal temperatures: the mean of D weighted by inverse variance, its error the larger of that
     * from the runs' own errors and that from the scatter between the runs. Runs without errors are averaged plainly.
     */
    public static List<ArrheniusPoint> combine(List<ArrheniusPoint> points) {
        Map<Double, List<ArrheniusPoint>> byTemperature = new LinkedHashMap<>();
        points.forEach(p -> byTemperature
                .computeIfAbsent(p.temperatureK(), t -> new ArrayList<>())
                .add(p));
        return byTemperature.values().stream()
                .map(group -> group.size() == 1 ? group.getFirst() : mean(group))
                .toList();
    }

    private static ArrheniusPoint mean(List<ArrheniusPoint> runs) {
        boolean weighted = runs.stream().allMatch(p -> p.stderrCm2PerS() > 0);
        double sum = 0;
        double weights = 0;
        for (ArrheniusPoint p : runs) {
            double w = weighted ? Math.pow(p.stderrCm2PerS(), -2) : 1;
            sum += w * p.dCm2PerS();
            weights += w;
        }
        double mean = sum / weights;
        double between = 0;
        for (ArrheniusPoint p : runs) {
            double w = weighted ? Math.pow(p.stderrCm2PerS(), -2) : 1;
            between += w * (p.dCm2PerS() - mean) * (p.dCm2PerS() - mean);
        }
        double fromScatter = Math.sqrt(between / weights / (runs.size() - 1));
        double own = weighted ? Math.sqrt(1 / weights) : 0;
        String label = runs.size() + " runs";
        return new ArrheniusPoint(runs.getFirst().temperatureK(), mean, Math.max(own, fromScatter), label);
    }
}
