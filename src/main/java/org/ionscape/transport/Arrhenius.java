package org.ionscape.transport;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Activation energies: a weighted straight line of ln D against 1/T.
 *
 * <p>The error of ln D is that of D over D. With errors the line is weighted and its own errors follow from them,
 * widened by √(χ²/(n−2)) where the points scatter more than they should. Without errors every point counts alike and the
 * scatter gives the error (Student, n − 2 degrees of freedom), none for two points. Held against a published table
 * (E_a = 0.258128 eV).
 */
public final class Arrhenius {
    private static final double ROOM_K = 300;

    private Arrhenius() {}

    /**
     * Fits; points with D not positive or without a temperature are left out. Empty with fewer than two temperatures.
     */
    public static Optional<ArrheniusFit> fit(List<ArrheniusPoint> all) {
        List<ArrheniusPoint> points = all.stream()
                .filter(p -> p.dCm2PerS() > 0 && p.temperatureK() > 0)
                .sorted(Comparator.comparingDouble(ArrheniusPoint::temperatureK))
                .toList();
        if (points.stream().mapToDouble(ArrheniusPoint::temperatureK).distinct().count() < 2) {
            return Optional.empty();
        }
        boolean weighted = points.stream().allMatch(p -> p.stderrCm2PerS() > 0);
        double s = 0;
        double sx = 0;
        double sy = 0;
        for (ArrheniusPoint p : points) {
            double w = weight(p, weighted);
            s += w;
            sx += w / p.temperatureK();
            sy += w * Math.log(p.dCm2PerS());
        }
        double meanX = sx / s;
        double meanY = sy / s;
        double sxx = 0;
        double sxy = 0;
        for (ArrheniusPoint p : points) {
            double x = 1 / p.temperatureK() - meanX;
            sxx += weight(p, weighted) * x * x;
            sxy += weight(p, weighted) * x * (Math.log(p.dCm2PerS()) - meanY);
        }
        double slope = sxy / sxx;
        double intercept = meanY - slope * meanX;
        double variance = scatter(points, weighted, slope, intercept);
        double varSlope = variance / sxx;
        double varIntercept = variance * (1 / s + meanX * meanX / sxx);
        return Optional.of(result(points, weighted, slope, intercept, varSlope, varIntercept, -meanX * varSlope));
    }

    private static double weight(ArrheniusPoint p, boolean weighted) {
        return weighted ? Math.pow(p.dCm2PerS() / p.stderrCm2PerS(), 2) : 1;
    }

    /** Variance of unit weight: χ²/(n−2), at least 1 when errors are given; NaN when nothing tells. */
    private static double scatter(List<ArrheniusPoint> points, boolean weighted, double slope, double intercept) {
        int freedom = points.size() - 2;
        if (freedom == 0) {
            return weighted ? 1 : Double.NaN;
        }
        double chi = 0;
        for (ArrheniusPoint p : points) {
            double residual = Math.log(p.dCm2PerS()) - intercept - slope / p.temperatureK();
            chi += weight(p, weighted) * residual * residual;
        }
        return weighted ? Math.max(1, chi / freedom) : chi / freedom;
    }

    private static ArrheniusFit result(
            List<ArrheniusPoint> points,
            boolean weighted,
            double slope,
            double intercept,
            double varSlope,
            double varIntercept,
            double covariance) {
        int freedom = points.size() - 2;
        double quantile = weighted
                ? new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.975)
                : freedom > 0 ? new TDistribution(null, freedom).inverseCumulativeProbability(0.975) : Double.NaN;
        double lowest = points.getFirst().temperatureK();
        double highest = points.getLast().temperatureK();
        double[] unknown = {Double.NaN, Double.NaN};
        ArrheniusFit fit = new ArrheniusFit(
                points,
                -slope * ArrheniusFit.BOLTZMANN_EV_PER_K,
                Math.sqrt(varSlope) * ArrheniusFit.BOLTZMANN_EV_PER_K,
                Math.exp(intercept),
                Math.sqrt(varIntercept),
                covariance,
                quantile,
                Math.exp(intercept + slope / ROOM_K),
                unknown,
                ROOM_K < lowest || ROOM_K > highest);
        return new ArrheniusFit(
                points,
                fit.activationEnergyEv(),
                fit.stderrEv(),
                fit.d0Cm2PerS(),
                fit.stderrLnD0(),
                covariance,
                quantile,
                fit.d300Cm2PerS(),
                fit.ci95Cm2PerS(ROOM_K),
                fit.extrapolated());
    }
}
