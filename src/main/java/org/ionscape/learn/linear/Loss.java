package org.ionscape.learn.linear;

/** What a prediction off its target costs, and how steeply. */
interface Loss {
    double value(double predicted, double target);

    double slope(double predicted, double target);

    static Loss of(String name, double epsilon) {
        return switch (name) {
            case "huber" -> new Huberised(epsilon);
            case "epsilon_insensitive" -> new Insensitive(epsilon);
            case "squared_epsilon_insensitive" -> new SquaredInsensitive(epsilon);
            default -> new Squared();
        };
    }

    /** Half the squared residual. */
    record Squared() implements Loss {
        @Override
        public double value(double predicted, double target) {
            return (predicted - target) * (predicted - target) / 2;
        }

        @Override
        public double slope(double predicted, double target) {
            return predicted - target;
        }
    }

    /** Squared near the target, linear beyond ε. */
    record Huberised(double epsilon) implements Loss {
        @Override
        public double value(double predicted, double target) {
            double r = Math.abs(predicted - target);
            return r <= epsilon ? r * r / 2 : epsilon * r - epsilon * epsilon / 2;
        }

        @Override
        public double slope(double predicted, double target) {
            return Math.clamp(predicted - target, -epsilon, epsilon);
        }
    }

    /** The residual beyond ε. */
    record Insensitive(double epsilon) implements Loss {
        @Override
        public double value(double predicted, double target) {
            return Math.max(Math.abs(predicted - target) - epsilon, 0);
        }

        @Override
        public double slope(double predicted, double target) {
            double r = predicted - target;
            return Math.abs(r) > epsilon ? Math.signum(r) : 0;
        }
    }

    /** The square of the residual beyond ε. */
    record SquaredInsensitive(double epsilon) implements Loss {
        @Override
        public double value(double predicted, double target) {
            double excess = Math.max(Math.abs(predicted - target) - epsilon, 0);
            return excess * excess;
        }

        @Override
        public double slope(double predicted, double target) {
            double r = predicted - target;
            return 2 * Math.signum(r) * Math.max(Math.abs(r) - epsilon, 0);
        }
    }
}
