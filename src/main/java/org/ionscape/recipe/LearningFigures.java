package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.PanelGrid;
import org.ionscape.figure.learn.FeatureTable;
import org.ionscape.figure.learn.ImportanceFigure;
import org.ionscape.figure.learn.LeaderboardFigure;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.figure.learn.ResponseFigure;
import org.ionscape.figure.learn.SubsetsFigure;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.explain.Importances;
import org.ionscape.learn.explain.Response;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FeatureSet;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.prepare.Missing;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.prepare.PrepareOptions;
import org.ionscape.learn.prepare.RedundancyFilter;
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.subset.SubsetStudy;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.learn.validate.Fold;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.learn.validate.Search;
import org.ionscape.learn.validate.Validation;
import org.ionscape.learn.validate.Watcher;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.PValue;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Descriptor;
import org.ionscape.table.Table;

/** Figures of learning in the manner of the two studies, made of any table; what {@link Template} lists. */
final class LearningFigures {
    private static final List<String> LOPEZ_TARGETS = List.of("omega_mean", "c_v", "diffusion_coefficient");
    private static final List<String> BARRIERS = List.of("E_a", "E_m", "activation_energy", "diffusion_coefficient");
    private static final String BEST_MODEL = "adaboost-extra-tree";
    private static final int MOST_FOR_ALL_SUBSETS = 14;
    private static final int RESPONSES = 4;
    private static final int POINTS = 10;
    private static final int SEEDS = 10;

    private final Table table;
    private final Step.Means means;

    LearningFigures(Table table, Step.Means means) {
        this.table = table;
        this.means = means;
    }

    /** What is learned: the barrier if there is one, else the last column of numbers. */
    private String target() {
        return BARRIERS.stream()
                .filter(k -> table.column(k).isPresent())
                .findFirst()
                .orElseGet(() -> table.numbers().stream()
                        .filter(c -> c.present() > 2)
                        .reduce((a, b) -> b)
                        .map(Column::key)
                        .orElseThrow(() -> TableColumns.refused("the table has no column of numbers to learn")));
    }

    private ParityFigure.Target symbol(String key) {
        return ParityFigure.Target.of(table.column(key).orElseThrow());
    }

    private Dataset data(String target, FeatureSet set, Scheme scheme) {
        return new DataChoice(target, List.of(), List.of(), set, scheme.columns(), Missing.MEDIAN)
                .from(table)
                .data();
    }

    /** The features left by the filter of [K]. */
    private Dataset filtered() {
        Dataset all = data(target(), FeatureSet.ANHARMONIC, new Scheme.Stratified(10));
        List<String> gone = filter(all).dropped().stream()
                .map(RedundancyFilter.Dropped::feature)
                .toList();
        return all.withFeatures(
                all.featureKeys().stream().filter(k -> !gone.contains(k)).toList());
    }

    private static RedundancyFilter.Result filter(Dataset data) {
        return RedundancyFilter.filter(
                data.features().stream().flatMap(c -> c.asNumbers().stream()).toList(),
                RedundancyFilter.THRESHOLD,
                List.of());
    }

    private static Pipeline pipeline(String model, Preset preset) {
        ModelType type = Models.named(model);
        return new Pipeline(type, Models.settings(type, preset), PrepareOptions.of(preset));
    }

    private Evaluation validate(Dataset data, Pipeline pipeline, Scheme scheme, double from, double to) {
        return Validation.run(
                data,
                pipeline,
                scheme.folds(data, means.seed()),
                Search.NONE,
                means.seed(),
                means.service(),
                means.progress().part(from, to),
                Watcher.NONE);
    }

    /** The material's column where there is one, else ten folds. */
    private Scheme materials() {
        return Stream.of("compound", "material", "group", "formula")
                .filter(k -> table.column(k)
                        .filter(c ->
                                c instanceof Column.TextColumn t && t.levels().size() > 1)
                        .isPresent())
                .findFirst()
                .<Scheme>map(Scheme.LeaveOneGroupOut::new)
                .orElse(new Scheme.KFold(Math.clamp(table.rowCount() / 2, 2, 10)));
    }

    /** [L] 3: three targets by the network, harmonic and anharmonic features. */
    NamedFigure parityOfTargets() {
        List<String> targets = LOPEZ_TARGETS.stream()
                .filter(k -> table.column(k).filter(c -> c.present() > 4).isPresent())
                .toList();
        List<String> used = targets.isEmpty() ? List.of(target()) : targets;
        Scheme scheme = materials();
        List<PanelGrid.Row> rows = new ArrayList<>();
        for (int i = 0; i < used.size(); i++) {
            List<Drawing> panels = new ArrayList<>();
            for (FeatureSet set : List.of(FeatureSet.HARMONIC, FeatureSet.ANHARMONIC)) {
                double from = (2.0 * i + panels.size()) / (2 * used.size());
                Evaluation evaluation = validate(
                        data(used.get(i), set, scheme),
                        pipeline("mlp", Preset.PAPER),
                        scheme,
                        from,
                        from + 0.5 / used.size());
                panels.add(ParityFigure.of(evaluation, symbol(used.get(i))));
            }
            rows.add(PanelGrid.Row.of(panels.toArray(Drawing[]::new)));
        }
        return new NamedFigure(
                "lopez-3",
                "Parity of three targets",
                PanelGrid.of(rows.toArray(PanelGrid.Row[]::new)),
                0.42 * rows.size(),
                2,
                "Predicted against reference values by a multi-layer perceptron, " + scheme.label()
                        + ", from harmonic (left) and anharmonic (right) features; blue: training rows, orange: held out."
                        + " MAPE is the mean absolute error over the mean of the reference values.");
    }

    /** [K] 2: Pearson correlations, the target last. */
    NamedFigure matrix() {
        String target = target();
        List<String> keys = new ArrayList<>(data(target, FeatureSet.ANHARMONIC, new Scheme.KFold(2)).features().stream()
                .flatMap(c -> c.asNumbers().stream())
                .map(Column::key)
                .toList());
        keys.add(target);
        CorrelateResult result =
                new CorrelateStep(CorrelationMethod.PEARSON, PValue.T, Optional.of(target), keys).run(table, means);
        int[] order = IntStream.range(0, keys.size()).toArray();
        return new NamedFigure(
                "kim-2",
                "Correlation matrix with the target",
                CorrelateFigures.coefficients(result, order, CorrelateFigures.Mask.NONE),
                0.95,
                1,
                "Pearson correlations of " + (keys.size() - 1) + " features and, in the last row, with "
                        + symbol(target).symbol() + ".");
    }

    /** [K] 3: RMSE of all models, by class. */
    NamedFigure models() {
        Dataset data = filtered();
        Scheme scheme = new Scheme.Stratified(Math.clamp(data.size() / 2, 2, 10));
        List<LeaderboardFigure.Bar> bars = new ArrayList<>();
        double baseline = Double.NaN;
        List<ModelType> all = Models.all();
        for (int i = 0; i < all.size(); i++) {
            try {
                Evaluation evaluation = validate(
                        data,
                        pipeline(all.get(i).name(), Preset.RECOMMENDED),
                        scheme,
                        (double) i / all.size(),
                        (i + 1.0) / all.size());
                baseline = evaluation.baseline().rmse();
                bars.add(LeaderboardFigure.Bar.of(all.get(i), evaluation));
            } catch (InputException e) {
                means.progress().check(); // a model that does not fit this table is left out of the figure
            }
        }
        return new NamedFigure(
                "kim-3",
                "RMSE of all models",
                new LeaderboardFigure(bars, symbol(data.target()).unit(), baseline, Optional.empty()),
                1,
                1,
                "Root-mean-square error of " + bars.size() + " models for "
                        + symbol(data.target()).symbol() + ", "
                        + scheme.label() + ", " + data.features().size()
                        + " features; bars: standard deviation over folds; dashed: the mean of the training rows.");
    }

    /** [K] 4: parity of the best model with all features, on rows set aside. */
    NamedFigure parityOfAll() {
        return parity("kim-4", "Parity with all features", filtered(), 0);
    }

    /** [K] 6: parity of the best model with the best subset. */
    NamedFigure parityOfSubset() {
        Dataset data = filtered();
        SubsetStudy.Result found = subsets(data, data.features().size(), 0.9);
        return parity(
                "kim-6",
                "Parity with the best subset",
                data.withFeatures(found.best().get(found.chosen()).features()),
                0.9);
    }

    private NamedFigure parity(String code, String title, Dataset data, double from) {
        Scheme scheme = new Scheme.HoldOut(0.2);
        Evaluation evaluation = validate(data, pipeline(BEST_MODEL, Preset.RECOMMENDED), scheme, from, 1);
        return new NamedFigure(
                code,
                title,
                ParityFigure.of(evaluation, symbol(data.target())),
                0.9,
                1,
                BEST_MODEL + " learning " + symbol(data.target()).symbol() + " from " + names(data.featureKeys())
                        + "; blue: training rows, orange: the fifth of the rows set aside; the share of the squared error"
                        + " that the worst rows make is written in.");
    }

    private SubsetStudy.Result subsets(Dataset data, int largest, double to) {
        boolean all = data.features().size() <= MOST_FOR_ALL_SUBSETS || largest == 1;
        return new SubsetStudy(
                        data,
                        pipeline(BEST_MODEL, Preset.RECOMMENDED),
                        new Scheme.HoldOut(0.2),
                        SubsetStudy.Screen.INNER,
                        all ? SubsetStudy.Way.ALL : SubsetStudy.Way.GREEDY,
                        largest,
                        means.seed(),
                        Optional.empty())
                .run(
                        means.service(),
                        means.progress().part(0, to),
                        w -> means.progress().check());
    }

    /** [K] 5: the least error of each number of features. */
    NamedFigure errorByNumber() {
        Dataset data = filtered();
        SubsetStudy.Result found = subsets(data, data.features().size(), 1);
        List<SubsetsFigure.Bar> bars = found.best().stream()
                .map(w -> new SubsetsFigure.Bar(
                        w.size(),
                        w.rmse(),
                        w.features().stream().map(LearningFigures::markup).toList()))
                .toList();
        SubsetStudy.Winner best = found.best().get(found.chosen());
        return new NamedFigure(
                "kim-5",
                "RMSE against number of features",
                new SubsetsFigure(bars, symbol(data.target()).unit(), OptionalInt.of(best.size())),
                0.6,
                2,
                String.format(
                        Locale.ROOT,
                        "Least RMSE of %s for %s by number of features, %,d subsets tried; those that won by"
                                + " cross-validation: %s.",
                        BEST_MODEL,
                        symbol(data.target()).symbol(),
                        found.evaluated(),
                        names(best.features())));
    }

    /** [K] 7: impurity importance by category. */
    NamedFigure importance() {
        Dataset data = filtered();
        List<ImportanceFigure.Bar> bars = importances(data).stream()
                .map(i -> bar(i.feature(), i.mean(), i.stderr().orElse(Double.NaN)))
                .toList();
        return new NamedFigure(
                "kim-7",
                "Importance of features",
                new ImportanceFigure(bars, "Mean decrease in impurity"),
                0.9,
                1,
                "Mean decrease in impurity of " + BEST_MODEL + " learning "
                        + symbol(data.target()).symbol() + ", mean and" + " standard error over " + SEEDS
                        + " seeds, coloured by category.");
    }

    private List<org.ionscape.learn.explain.Importance> importances(Dataset data) {
        Fold all = new Fold(0, "all", IntStream.of(data.all()).boxed().toList(), List.of());
        return Importances.mdi(
                data,
                pipeline(BEST_MODEL, Preset.RECOMMENDED),
                List.of(all),
                SEEDS,
                means.seed(),
                means.service(),
                means.progress());
    }

    /** [K] 8: centred responses to the most important features. */
    NamedFigure responses() {
        Dataset data = filtered();
        List<String> features = importances(data).stream()
                .sorted(Comparator.comparingDouble((org.ionscape.learn.explain.Importance i) -> -i.mean()))
                .limit(RESPONSES)
                .map(org.ionscape.learn.explain.Importance::feature)
                .toList();
        FittedPipeline fitted =
                pipeline(BEST_MODEL, Preset.RECOMMENDED).fit(data, data.all(), means.seed(), means.progress());
        List<PanelGrid.Row> rows = new ArrayList<>();
        List<Drawing> panels = new ArrayList<>();
        for (String feature : features) {
            panels.add(ResponseFigure.of(
                    Response.of(fitted, data, data.all(), feature, POINTS, means.progress()), symbol(data.target())));
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
                "Centred individual conditional expectation of " + BEST_MODEL + " for "
                        + symbol(data.target()).symbol()
                        + ": one curve per row, their mean and ± σ; the hill shows where rows lie.");
    }

    /** [K] S2: what every feature tells alone. */
    NamedFigure single() {
        Dataset data = filtered();
        SubsetStudy.Result found = subsets(data, 1, 1);
        Evaluation none = validate(data, pipeline("ols", Preset.RECOMMENDED), new Scheme.HoldOut(0.2), 1, 1);
        double baseline = none.baseline().rmse();
        List<LeaderboardFigure.Bar> bars = found.single().stream()
                .map(w -> new LeaderboardFigure.Bar(
                        markup(w.features().getFirst()),
                        ModelClass.ENSEMBLE,
                        w.rmse(),
                        Double.NaN,
                        LeaderboardFigure.State.DONE))
                .toList();
        return new NamedFigure(
                "kim-s2",
                "Single features",
                new LeaderboardFigure(bars, symbol(data.target()).unit(), baseline, Optional.empty()),
                1,
                1,
                "Error of " + BEST_MODEL + " with one feature alone, for "
                        + symbol(data.target()).symbol() + "; dashed: the mean of the training rows.");
    }

    /** [K] table 1: the features that stay and what they stand for. */
    NamedFigure features() {
        Dataset data = data(target(), FeatureSet.ANHARMONIC, new Scheme.KFold(2));
        RedundancyFilter.Result found = filter(data);
        List<FeatureTable.Row> rows = found.kept().stream()
                .map(key -> {
                    Descriptor d = Catalogue.all().describe(table.column(key).orElseThrow());
                    return new FeatureTable.Row(
                            d.symbol(),
                            d.name(),
                            d.unit(),
                            d.category(),
                            found.dropped().stream()
                                    .filter(x -> x.because().equals(key))
                                    .map(x -> markup(x.feature()))
                                    .toList());
                })
                .toList();
        return new NamedFigure(
                "kim-table-1",
                "Table of features",
                new FeatureTable(rows),
                0.05 * (rows.size() + 2),
                2,
                found.kept().size() + " features that stay of "
                        + data.features().size() + " where those with |ρ| ≥ 0.8 stand for one another.");
    }

    private static String markup(String key) {
        return Catalogue.all().of(key).map(Descriptor::symbol).orElse(key);
    }

    private static String names(List<String> keys) {
        return String.join(", ", keys.stream().map(LearningFigures::markup).toList());
    }

    private static ImportanceFigure.Bar bar(String key, double value, double stderr) {
        Descriptor d = Catalogue.all().of(key).orElse(Descriptor.unlisted(key, ""));
        return new ImportanceFigure.Bar(
                d.symbol(), d.name().equals(d.key()) ? "" : d.name(), d.key(), d.category(), value, stderr);
    }
}
