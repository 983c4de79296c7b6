package org.ionscape.recipe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ionscape.compute.Preset;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FeatureSet;
import org.ionscape.learn.prepare.Missing;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.prepare.PrepareOptions;
import org.ionscape.learn.prepare.RedundancyFilter;
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.subset.SubsetStudy;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.learn.validate.Search;
import org.ionscape.learn.validate.Validation;
import org.ionscape.learn.validate.Watcher;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Descriptor;
import org.ionscape.table.Table;

/** What the figures of learning are made of: a target, the features for it, and what models make of them. */
record LearningTable(Table table, Step.Means means) {
    /** The model of [K] fig. 4 to 8. */
    static final String BEST_MODEL = "adaboost-extra-tree";

    private static final List<String> BARRIERS = List.of("E_a", "E_m", "activation_energy", "diffusion_coefficient");
    private static final int MOST_FOR_ALL_SUBSETS = 14;

    /** What is learned: the barrier if there is one, else the last column of numbers. */
    String target() {
        return BARRIERS.stream()
                .filter(k -> table.column(k).isPresent())
                .findFirst()
                .orElseGet(() -> table.numbers().stream()
                        .filter(c -> c.present() > 2)
                        .reduce((a, b) -> b)
                        .map(Column::key)
                        .orElseThrow(() -> TableColumns.refused("the table has no column of numbers to learn")));
    }

    ParityFigure.Target symbol(String key) {
        return ParityFigure.Target.of(table.column(key).orElseThrow());
    }

    Dataset data(String target, FeatureSet set, Scheme scheme) {
        return new DataChoice(target, List.of(), List.of(), set, scheme.columns(), Missing.MEDIAN)
                .from(table)
                .data();
    }

    /** Every feature that is a number. */
    Dataset numbers() {
        Dataset all = data(target(), FeatureSet.ANHARMONIC, new Scheme.Stratified(2));
        return all.withFeatures(all.features().stream()
                .filter(c -> c.asNumbers().isPresent())
                .map(Column::key)
                .toList());
    }

    /** The features left by the filter of [K]. */
    Dataset filtered() {
        return numbers().withFeatures(filter(numbers()).kept());
    }

    static RedundancyFilter.Result filter(Dataset data) {
        return RedundancyFilter.filter(
                data.features().stream().flatMap(c -> c.asNumbers().stream()).toList(),
                RedundancyFilter.THRESHOLD,
                List.of());
    }

    static Pipeline pipeline(String model, Preset preset) {
        ModelType type = Models.named(model);
        return new Pipeline(type, Models.settings(type, preset), PrepareOptions.of(preset));
    }

    /** Validates a model in a part of the progress. */
    Evaluation validate(Dataset data, Pipeline pipeline, Scheme scheme, double from, double to) {
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
    Scheme materials() {
        return Stream.of("compound", "material", "group", "formula")
                .filter(k -> table.column(k)
                        .filter(c ->
                                c instanceof Column.TextColumn t && t.levels().size() > 1)
                        .isPresent())
                .findFirst()
                .<Scheme>map(Scheme.LeaveOneGroupOut::new)
                .orElse(new Scheme.KFold(Math.clamp(table.rowCount() / 2, 2, 10)));
    }

    /** The search for the best subset, through all where that ends soon. */
    SubsetStudy.Result subsets(Dataset data, int largest, double to) {
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

    /** The symbol of a feature. */
    static String markup(String key) {
        return Catalogue.all().of(key).map(Descriptor::symbol).orElse(key);
    }

    /** The symbols of features. */
    static String names(List<String> keys) {
        return String.join(", ", keys.stream().map(LearningTable::markup).toList());
    }
}
