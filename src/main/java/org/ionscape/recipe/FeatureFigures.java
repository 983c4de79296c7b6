package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionscape.compute.Preset;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.PanelGrid;
import org.ionscape.figure.learn.FeatureTable;
import org.ionscape.figure.learn.ImportanceFigure;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.figure.learn.ResponseFigure;
import org.ionscape.figure.learn.SubsetsFigure;
import org.ionscape.learn.explain.Importance;
import org.ionscape.learn.explain.Importances;
import org.ionscape.learn.explain.Response;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.prepare.RedundancyFilter;
import org.ionscape.learn.subset.SubsetStudy;
import org.ionscape.learn.validate.Fold;
import org.ionscape.learn.validate.Metrics;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.PValue;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;
import org.ionscape.table.Table;

/** Which features matter, in the manner of [K]. */
final class FeatureFigures {
    private static final int RESPONSES = 4;
    private static final int POINTS = 10;
    private static final int SEEDS = 10;

    private final LearningTable learning;

    FeatureFigures(Table table, Step.Means means) {
        learning = new LearningTable(table, means);
    }

    /** [K] 2: Pearson correlations, the target last. */
    NamedFigure matrix() {
        String target = learning.target();
        List<String> keys = new ArrayList<>(learning.numbers().featureKeys());
        keys.add(target);
        CorrelateResult result = CorrelateStep.of(CorrelationMethod.PEARSON, PValue.T, Optional.of(target), keys)
                .run(learning.table(), learning.means());
        int[] order = IntStream.range(0, keys.size()).toArray();
        return new NamedFigure(
                "kim-2",
                "Correlation matrix with the target",
                CorrelateFigures.coefficients(result, order, CorrelateFigures.Mask.NONE),
                0.86,
                2,
                "Pearson correlations of " + (keys.size() - 1) + " features and, in the last row, with "
                        + learning.symbol(target).symbol() + ".");
    }

    /** [K] 5: the least error of each number of features. */
    NamedFigure errorByNumber() {
        Dataset data = learning.filtered();
        SubsetStudy.Result found = learning.subsets(data, data.features().size(), 1);
        SubsetStudy.Winner best = found.best().get(found.chosen());
        return new NamedFigure(
                "kim-5",
                "RMSE against number of features",
                SubsetsFigure.of(found.best(), learning.symbol(data.target()).unit()),
                0.6,
                2,
                String.format(
                        Locale.ROOT,
                        "Least cross-validated RMSE of %s for %s by number of features, %,d subsets tried; the"
                                + " minimum is that of %s.",
                        LearningTable.BEST_MODEL,
                        learning.symbol(data.target()).symbol(),
                        found.evaluated(),
                        LearningTable.names(best.features())));
    }

    /** [K] 7: impurity importance by category. */
    NamedFigure importance() {
        Dataset data = learning.filtered();
        List<ImportanceFigure.Bar> bars = importances(data).stream()
                .map(i -> ImportanceFigure.Bar.of(
                        i.feature(), i.mean(), i.stderr().orElse(Double.NaN)))
                .toList();
        return new NamedFigure(
                "kim-7",
                "Importance of features",
                new ImportanceFigure(bars, "Mean decrease in impurity"),
                0.9,
                1,
                "Mean decrease in impurity of " + LearningTable.BEST_MODEL + " learning "
                        + learning.symbol(data.target()).symbol() + ", mean and" + " standard error over " + SEEDS
                        + " seeds, coloured by category.");
    }

    private static Pipeline bestModel() {
        return LearningTable.pipeline(LearningTable.BEST_MODEL, Preset.RECOMMENDED);
    }

    private List<Importance> importances(Dataset data) {
        Fold all = new Fold(0, "all", IntStream.of(data.all()).boxed().toList(), List.of());
        return Importances.mdi(
                data,
                bestModel(),
                List.of(all),
                SEEDS,
                learning.means().seed(),
                learning.means().service(),
                learning.means().progress());
    }

    /** [K] 8: centred responses to the most important features. */
    NamedFigure responses() {
        Dataset data = learning.filtered();
        List<String> features = importances(data).stream()
                .sorted(Comparator.comparingDouble((Importance i) -> -i.mean()))
                .limit(RESPONSES)
                .map(Importance::feature)
                .toList();
        FittedPipeline fitted = bestModel()
                .fit(data, data.all(), learning.means().seed(), learning.means().progress());
        List<PanelGrid.Row> rows = new ArrayList<>();
        List<Drawing> panels = new ArrayList<>();
        for (String feature : features) {
            panels.add(ResponseFigure.of(
                    Response.of(
                            fitted,
                            data,
                            data.all(),
                            feature,
                            POINTS,
                            learning.means().progress()),
                    learning.symbol(data.target())));
            if (panels.size() == 2 || feature.equals(features.getLast())) {
                rows.add(PanelGrid.Row.of(panels.toArray(Drawing[]::new)));
                panels.clear();
            }
        }
        return new NamedFigure(
                "kim-8",
                "Conditional expectation",
                PanelGrid.of(rows.toArray(PanelGrid.Row[]::new)),
                0.36 * rows.size(),
                2,
                "Centred individual conditional expectation of " + LearningTable.BEST_MODEL + " for "
                        + learning.symbol(data.target()).symbol()
                        + ": one curve per row, their mean and ± σ; the hill shows where rows lie, the mark their mean"
                        + " ± σ.");
    }

    /** [K] S2: what every feature tells alone. */
    NamedFigure single() {
        Dataset data = learning.filtered();
        SubsetStudy.Result found = learning.subsets(data, 1, 1);
        List<ImportanceFigure.Bar> bars = found.single().stream()
                .map(w -> ImportanceFigure.Bar.of(w.features().getFirst(), SubsetsFigure.error(w), Double.NaN))
                .toList();
        ParityFigure.Target target = learning.symbol(data.target());
        return new NamedFigure(
                "kim-s2",
                "Single features",
                new ImportanceFigure(
                        bars,
                        "RMSE" + (target.unit().isEmpty() ? "" : " (" + target.unit() + ")"),
                        ImportanceFigure.Order.LEAST_FIRST,
                        Metrics.populationSd(data.y())),
                1.1,
                1,
                "Cross-validated error of " + LearningTable.BEST_MODEL + " with one feature alone, for "
                        + target.symbol()
                        + ", coloured by category; dashed: the standard deviation of " + target.symbol()
                        + ", which the mean alone would leave.");
    }

    /** [K] table 1: the features that stay and what they stand for. */
    NamedFigure features() {
        Dataset data = learning.numbers();
        RedundancyFilter.Result found = LearningTable.filter(data);
        List<FeatureTable.Row> rows = found.kept().stream()
                .map(key -> {
                    Descriptor d = Catalogue.all()
                            .describe(learning.table().column(key).orElseThrow());
                    return new FeatureTable.Row(
                            d.symbol(),
                            d.name(),
                            ParityFigure.Target.markup(d.unit()),
                            d.category(),
                            found.dropped().stream()
                                    .filter(x -> x.because().equals(key))
                                    .map(x -> LearningTable.markup(x.feature()))
                                    .toList());
                })
                .toList();
        return new NamedFigure(
                "kim-table-1",
                "Table of features",
                new FeatureTable(rows),
                0.029 * (rows.size() + 2),
                2,
                found.kept().size() + " features that stay of "
                        + data.features().size() + " where those with |ρ| ≥ 0.8 stand for one another.");
    }
}
