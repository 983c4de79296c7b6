package org.ionscape.cli;

import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.MissingPolicy;
import picocli.CommandLine.Option;

/** How components are found; for {@code pca} and {@code cluster}. */
final class ComponentOptions {
    @Option(
            names = "--matrix",
            paramLabel = "spearman|pearson",
            converter = Matrix.class,
            description = "Correlation matrix to decompose (default: spearman).")
    CorrelationMethod matrix = CorrelationMethod.SPEARMAN;

    @Option(
            names = "--missing",
            paramLabel = "drop-rows|drop-columns|median",
            converter = Missing.class,
            description = "What to do about missing values (default: median).")
    MissingPolicy missing = MissingPolicy.MEDIAN;

    static final class Matrix extends StepOptions.Choice<CorrelationMethod> {
        Matrix() {
            super("spearman, pearson", v -> CorrelationMethod.ofLabel(v).filter(m -> m != CorrelationMethod.KENDALL));
        }
    }

    static final class Missing extends StepOptions.Choice<MissingPolicy> {
        Missing() {
            super("drop-rows, drop-columns, median", MissingPolicy::ofLabel);
        }
    }
}
