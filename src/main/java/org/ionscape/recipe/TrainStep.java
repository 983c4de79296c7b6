package org.ionscape.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.FeatureSet;
import org.ionscape.learn.prepare.Missing;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.prepare.PrepareOptions;
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.learn.validate.SearchSpace;
import org.ionscape.learn.validate.Validation;
import org.ionscape.learn.validate.Watcher;
import org.ionscape.table.Table;

/**
 * A model trained and judged on rows held out.
 *
 * @param model name
 * @param settings that differ from its defaults, as a person writes them
 * @param target key of what is learned
 * @param features keys of what it is learned from; of none, all that can be
 * @param transform of the target
 * @param scale of the target
 * @param levels where the levels of categories come from
 * @param missing what is done where a feature has no value
 * @param validation as {@code --cv} writes it
 * @param search what is tried of the settings inside the training rows
 */
public record TrainStep(
        String model,
        Map<String, String> settings,
        String target,
        List<String> features,
        PrepareOptions.Transform transform,
        PrepareOptions.TargetScale scale,
        PrepareOptions.Levels levels,
        Missing missing,
        String validation,
        SearchSpace search)
        implements Step {
    public TrainStep {
        settings = new LinkedHashMap<>(Objects.requireNonNullElse(settings, Map.of()));
        features = List.copyOf(Objects.requireNonNullElse(features, List.of()));
        transform = Objects.requireNonNullElse(transform, PrepareOptions.Transform.NONE);
        scale = Objects.requireNonNullElse(scale, PrepareOptions.TargetScale.STANDARDISE);
        levels = Objects.requireNonNullElse(levels, PrepareOptions.Levels.FOLD);
        missing = Objects.requireNonNullElse(missing, Missing.MEDIAN);
        search = Objects.requireNonNullElse(search, SearchSpace.NONE);
    }

    @Override
    public String command() {
        return "train";
    }

    @Override
    public TrainResult run(Table table, Means means) {
        if (model == null || target == null || validation == null) {
            throw TableColumns.refused("a training names its model, target and validation");
        }
        ModelType type = Models.named(model);
        Scheme scheme = Scheme.parse(validation);
        DataChoice.Chosen chosen = new DataChoice(
                        TableColumns.named(target, table).key(),
                        features,
                        List.of(),
                        FeatureSet.ANHARMONIC,
                        scheme.columns(),
                        missing)
                .from(table);
        Pipeline pipeline =
                new Pipeline(type, type.defaults().with(settings), new PrepareOptions(transform, scale, levels));
        return new TrainResult(
                pipeline,
                chosen,
                scheme,
                Validation.run(
                        chosen.data(),
                        pipeline,
                        scheme.folds(chosen.data(), means.seed()),
                        search.of(type, means.seed()),
                        means.seed(),
                        means.service(),
                        means.progress(),
                        Watcher.NONE));
    }
}
