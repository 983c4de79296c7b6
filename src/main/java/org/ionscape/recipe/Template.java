package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ionscape.compute.Progress;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.PanelGrid;
import org.ionscape.figure.stats.CurvesFigure;
import org.ionscape.figure.stats.SilhouetteFigure;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.MissingPolicy;
import org.ionscape.stats.PValue;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.Table;
import org.ionscape.table.Variables;

/**
 * Figures in the manner of C. López et al. (doi:10.1039/D2MH01516A) and of K. Kim and D. J. Siegel (J. Mater. Chem. A 10,
 * 2022), made of any table.
 */
public enum Template {
    CORRELOGRAMS("lopez-1", "Correlogram and p-matrix, all and one family") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return correlograms(table, means);
        }
    },
    RANKINGS("lopez-2", "Pair scatter and ranked bars, all and one family") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return rankings(table, means);
        }
    },
    TARGETS("lopez-3", "Parity of three targets, harmonic and anharmonic") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return new PredictionFigures(used(table), means).parityOfTargets();
        }
    },
    COMPONENTS("lopez-4", "Eigenvalues with cumulative share, component bars") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return PCA.run(used(table), means).figures().getFirst();
        }
    },
    CLASSES("lopez-5", "Clusters in two and three components, pies of mobile ions") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return cluster(table, means).figures().getFirst();
        }
    },
    ELBOW("lopez-s4", "Elbow") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            ClusterResult result = cluster(table, means);
            return new NamedFigure(
                    code(),
                    title(),
                    CurvesFigure.elbow(result.counts(), result.k()),
                    0.75,
                    1,
                    "Inertia of the k-means classes against their number *k*; the dashed line marks *k* = " + result.k()
                            + ".");
        }
    },
    SILHOUETTE("lopez-s5", "Silhouette") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            ClusterResult result = cluster(table, means);
            return new NamedFigure(
                    code(),
                    title(),
                    PanelGrid.of(PanelGrid.Row.of(
                            CurvesFigure.silhouette(result.counts(), result.k()),
                            new SilhouetteFigure(
                                    result.counts().of(result.k()).silhouette(),
                                    result.clusters(),
                                    result.pca().rowNames()))),
                    0.5,
                    2,
                    "(a) Mean silhouette against the number of classes *k*. (b) Silhouette of every row for *k* = "
                            + result.k() + "; the dashed line is the mean.");
        }
    },
    MATRIX("kim-2", "Correlation matrix with the target") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return new FeatureFigures(used(table), means).matrix();
        }
    },
    MODELS("kim-3", "Errors of all models by class") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return new PredictionFigures(used(table), means).models();
        }
    },
    PARITY("kim-4", "Parity with all features") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return new PredictionFigures(used(table), means).parityOfAll();
        }
    },
    SUBSETS("kim-5", "Error against number of features") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return new FeatureFigures(used(table), means).errorByNumber();
        }
    },
    SUBSET_PARITY("kim-6", "Parity with the best subset") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return new PredictionFigures(used(table), means).parityOfSubset();
        }
    },
    IMPORTANCE("kim-7", "Importance of features by category") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return new FeatureFigures(used(table), means).importance();
        }
    },
    RESPONSES("kim-8", "Conditional expectation of the leading features") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return new FeatureFigures(used(table), means).responses();
        }
    },
    SINGLES("kim-s2", "Single features") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return new FeatureFigures(used(table), means).single();
        }
    },
    FEATURES("kim-table-1", "Table of the features that stay") {
        @Override
        public NamedFigure make(Table table, Step.Means means) {
            return new FeatureFigures(used(table), means).features();
        }
    };

    private static final int CLASSES_OF_THE_STUDY = 6;
    private static final int FEWEST_ROWS = 4;
    private static final PcaStep PCA = new PcaStep(CorrelationMethod.SPEARMAN, 3, MissingPolicy.MEDIAN, List.of());

    private final String code;
    private final String title;

    Template(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** As it is asked for, {@code "lopez-1"}. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** What it is in the papers, “[L] 1”, “[K] S2”. */
    public String number() {
        String[] parts = code.split("-", 2);
        String number = parts[1].startsWith("table") ? "Table 1" : parts[1].toUpperCase(Locale.ROOT);
        return (parts[0].equals("lopez") ? "[L] " : "[K] ") + number;
    }

    /**
     * Makes the figure.
     *
     * @throws org.ionscape.compute.InputException when the table does not hold what it needs
     */
    public abstract NamedFigure make(Table table, Step.Means means);

    public static Optional<Template> ofCode(String code) {
        return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
    }

    /** Without the columns that hold nothing, which would only be hatched. */
    static Table used(Table table) {
        return table.without(table.numbers().stream()
                .filter(c -> c.present() == 0)
                .map(NumberColumn::key)
                .toList());
    }

    static ClusterResult cluster(Table table, Step.Means means) {
        int k = Math.clamp(table.rowCount() - 1, 1, CLASSES_OF_THE_STUDY);
        return ClusterStep.kMeans(CorrelationMethod.SPEARMAN, 2, k, k).run(used(table), means);
    }

    private record Part(String words, CorrelateResult result, Table table) {}

    /** All rows and, where there is one with enough rows, the most frequent family. */
    private static List<Part> parts(Table table, Step.Means means) {
        List<Part> parts = new ArrayList<>();
        Table all = used(table);
        parts.add(new Part("all rows", correlate(all, means, 0, 0.5), all));
        largestFamily(all).ifPresent(f -> {
            Table some = used(all.rows(f.rows()));
            parts.add(new Part(f.name() + " only", correlate(some, means, 0.5, 1), some));
        });
        return parts;
    }

    private static CorrelateResult correlate(Table table, Step.Means means, double from, double to) {
        Progress part = means.progress().part(from, to);
        return CorrelateStep.of(CorrelationMethod.SPEARMAN, PValue.T, Optional.empty(), List.of())
                .run(table, new Step.Means(means.seed(), means.service(), part));
    }

    private record Family(String name, int[] rows) {}

    private static Optional<Family> largestFamily(Table table) {
        Optional<TextColumn> column = Variables.categories(table).stream()
                .filter(c -> c.levels().size() > 1)
                .findFirst();
        return column.flatMap(c -> c.levels().stream()
                .map(level -> new Family(
                        level,
                        IntStream.range(0, c.size())
                                .filter(r -> c.text(r).equals(level))
                                .toArray()))
                .filter(f -> f.rows().length >= FEWEST_ROWS)
                .max(Comparator.comparingInt(f -> f.rows().length)));
    }

    private static NamedFigure correlograms(Table table, Step.Means means) {
        List<PanelGrid.Row> rows = new ArrayList<>();
        StringBuilder caption = new StringBuilder();
        char letter = 'a';
        for (Part part : parts(table, means)) {
            int[] order = CorrelateFigures.byCategory(part.result().descriptors());
            CorrelateFigures.Mask mask = CorrelateFigures.Mask.NONE;
            rows.add(PanelGrid.Row.of(
                    CorrelateFigures.coefficients(part.result(), order, mask),
                    CorrelateFigures.pValues(part.result(), order, mask)));
            caption.append(String.format(
                    java.util.Locale.ROOT,
                    "(%c), (%c) Spearman correlations and their two-sided *p*, %s, *n* = %d; %d of %d pairs have"
                            + " *p* < 0.2. ",
                    letter,
                    (char) (letter + 1),
                    part.words(),
                    part.result().rows(),
                    part.result().correlations().pairsBelow(0.2),
                    part.result().correlations().pairs()));
            letter = (char) (letter + 2);
        }
        return new NamedFigure(
                CORRELOGRAMS.code,
                CORRELOGRAMS.title,
                PanelGrid.of(rows.toArray(PanelGrid.Row[]::new)),
                0.48 * rows.size(),
                2,
                caption.toString().strip());
    }

    private static NamedFigure rankings(Table table, Step.Means means) {
        List<PanelGrid.Row> rows = new ArrayList<>();
        StringBuilder caption = new StringBuilder();
        char letter = 'a';
        for (Part part : parts(table, means)) {
            String target = target(part.result());
            String first = part.result().ranked(target).getFirst().column();
            Optional<List<String>> groups =
                    Variables.categories(part.table()).stream().findFirst().map(TextColumn::values);
            List<Drawing> panels = List.of(
                    CorrelateFigures.pair(part.result(), target, first, groups, new BitSet()),
                    CorrelateFigures.ranking(part.result(), target, OptionalInt.empty()));
            rows.add(new PanelGrid.Row(panels, new double[] {1, 1.9}));
            caption.append(String.format(
                    java.util.Locale.ROOT,
                    "(%c) %s against %s in standardised units with a local linear trend, and (%c) all descriptors"
                            + " ranked by their Spearman correlation with %s, bars coloured by *p*; %s, *n* = %d. ",
                    letter,
                    CorrelateFigures.symbol(part.result(), target),
                    CorrelateFigures.symbol(part.result(), first),
                    (char) (letter + 1),
                    CorrelateFigures.symbol(part.result(), target),
                    part.words(),
                    part.result().rows()));
            letter = (char) (letter + 2);
        }
        return new NamedFigure(
                RANKINGS.code,
                RANKINGS.title,
                PanelGrid.of(rows.toArray(PanelGrid.Row[]::new)),
                0.36 * rows.size(),
                2,
                caption.toString().strip());
    }

    private static String target(CorrelateResult result) {
        return result.columns().stream()
                .map(NumberColumn::key)
                .filter(k -> k.equals("diffusion_coefficient") || k.equals("D"))
                .findFirst()
                .orElseGet(() -> result.columns().getFirst().key());
    }
}
