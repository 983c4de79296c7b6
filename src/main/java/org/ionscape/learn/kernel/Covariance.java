package org.ionscape.learn.kernel;

/**
 * The covariance function of a Gaussian process: size2 · shape(distance / length), and noise on the diagonal.
 *
 * @param name {@code rbf}, {@code matern-1.5} or {@code matern-2.5}
 */
record Covariance(String name, double size2, double length, double noise) {
    double of(double[] a, double[] b) {
        double r2 = Kernel.distance2(a, b) / (length * length);
        return size2
                * switch (name) {
                    case "matern-1.5" -> {
                        double s = Math.sqrt(3 * r2);
                        yield (1 + s) * Math.exp(-s);
                    }
                    case "matern-2.5" -> {
                        double s = Math.sqrt(5 * r2);
                        yield (1 + s + s * s / 3) * Math.exp(-s);
                    }
                    default -> Math.exp(-r2 / 2);
                };
    }

    double[] logs() {
        return new double[] {Math.log(size2), Math.log(length), Math.log(noise)};
    }

    static Covariance ofLogs(String name, double[] logs) {
        return new Covariance(name, Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]));
    }
}
