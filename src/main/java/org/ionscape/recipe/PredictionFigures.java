package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.PanelGrid;
import org.ionscape.figure.learn.LeaderboardFigure;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FeatureSet;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.prepare.PrepareOptions;
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.subset.SubsetStudy;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.table.Table;

/** How well models predict, in the manner of the two studies: parity and a comparison of all models. */
final class PredictionFigures {
    private static final List<String> LOPEZ_TARGETS = List.of("omega_mean", "c_v", "diffusion_coefficient");
    private static final double DECADES = 2;

    private final LearningTable learning;

    PredictionFigures(Table table, Step.Means means) {
        learning = new LearningTable(table, means);
    }

    /** [L] 3: three targets by the network, harmonic and anharmonic features. */
    NamedFigure parityOfTargets() {
        List<String> targets = LOPEZ_TARGETS.stream()
                .filter(k ->
                        learning.table().column(k).filter(c -> c.present() > 4).isPresent())
                .toList();
        List<String> used = targets.isEmpty() ? List.of(learning.target()) : targets;
        Scheme scheme = learning.materials();
        List<PanelGrid.Row> rows = new ArrayList<>();
        for (int i = 0; i < used.size(); i++) {
            List<Drawing> panels = new ArrayList<>();
            for (FeatureSet set : List.of(FeatureSet.HARMONIC, FeatureSet.ANHARMONIC)) {
                double from = (2.0 * i + panels.size()) / (2 * used.size());
                Dataset data = learning.data(used.get(i), set, scheme);
                Evaluation evaluation = learning.validate(data, network(data), scheme, from, from + 0.5 / used.size());
                panels.add(
                        ParityFigure.of(evaluation, learning.symbol(used.get(i)), ParityFigure.Told.MAPE, set.label()));
            }
            rows.add(PanelGrid.Row.of(panels.toArray(Drawing[]::new)));
        }
        return new NamedFigure(
                "lopez-3",
                "Parity of three targets",
                PanelGrid.of(rows.toArray(PanelGrid.Row[]::new)),
                0.42 * rows.size(),
                2,
                "Predicted against reference values by the multi-layer perceptron of the study, " + scheme.label()
                        + ", from harmonic (left) and anharmonic (right) features, targets standardised and those over"
                        + " decades learned as logarithms; blue: training rows, orange: held out. MAPE is the mean"
                        + " absolute error over the mean of the reference values.");
    }

    /** The network of [L]; left unscaled, a target of 1e-6 would stop it at once. */
    private static Pipeline network(Dataset data) {
        double least = Arrays.stream(data.y()).min().orElse(0);
        double most = Arrays.stream(data.y()).max().orElse(0);
        boolean decades = least > 0 && Math.log10(most / least) > DECADES;
        PrepareOptions prepare = PrepareOptions.of(Preset.RECOMMENDED)
                .with(decades ? PrepareOptions.Transform.LOG10 : PrepareOptions.Transform.NONE);
        ModelType type = Models.named("mlp");
        return new Pipeline(type, Models.settings(type, Preset.PAPER), prepare);
    }

    /** [K] 3: RMSE of all models, by class. */
    NamedFigure models() {
        Dataset data = learning.filtered();
        Scheme scheme = new Scheme.Stratified(Math.clamp(data.size() / 2, 2, 10));
        List<LeaderboardFigure.Bar> bars = new ArrayList<>();
        double baseline = Double.NaN;
        List<ModelType> all = Models.all();
        for (int i = 0; i < all.size(); i++) {
            try {
                Evaluation evaluation = learning.validate(
                        data,
                        LearningTable.pipeline(all.get(i).name(), Preset.RECOMMENDED),
                        scheme,
                        (double) i / all.size(),
                        (i + 1.0) / all.size());
                baseline = evaluation.baseline().rmse();
                bars.add(LeaderboardFigure.Bar.of(all.get(i), evaluation));
            } catch (InputException e) {
                learning.means().progress().check(); // a model that does not fit this table is left out of the figure
            }
        }
        return new NamedFigure(
                "kim-3",
                "RMSE of all models",
                new LeaderboardFigure(bars, learning.symbol(data.target()).unit(), baseline, Optional.empty()),
                1,
                1,
                "Root-mean-square error of " + bars.size() + " models for "
                        + learning.symbol(data.target()).symbol() + ", "
                        + scheme.label() + ", " + data.features().size()
                        + " features; bars: standard deviation over folds; dashed: the mean of the training rows.");
    }

    /** [K] 4: parity of the best model with all features, on rows set aside. */
    NamedFigure parityOfAll() {
        return parity("kim-4", "Parity with all features", learning.filtered(), 0);
    }

    /** [K] 6: parity of the best model with the best subset. */
    NamedFigure parityOfSubset() {
        Dataset data = learning.filtered();
        SubsetStudy.Result found = learning.subsets(data, data.features().size(), 0.9);
        return parity(
                "kim-6",
                "Parity with the best subset",
                data.withFeatures(found.best().get(found.chosen()).features()),
                0.9);
    }

    private NamedFigure parity(String code, String title, Dataset data, double from) {
        Scheme scheme = new Scheme.HoldOut(0.2);
        Evaluation evaluation = learning.validate(
                data, LearningTable.pipeline(LearningTable.BEST_MODEL, Preset.RECOMMENDED), scheme, from, 1);
        return new NamedFigure(
                code,
                title,
                ParityFigure.of(evaluation, learning.symbol(data.target())),
                0.9,
                1,
                LearningTable.BEST_MODEL + " learning "
                        + learning.symbol(data.target()).symbol() + " from " + LearningTable.names(data.featureKeys())
                        + "; blue: training rows, orange: the fifth of the rows set aside; the share of the squared error"
                        + " that the worst rows make is written in.");
    }
}
