package org.ionscape.app.training;

import java.util.ArrayList;
import java.util.List;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Missing;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.registry.Models;
import org.ionscape.recipe.Recipe;
import org.ionscape.recipe.Step;
import org.ionscape.recipe.TrainStep;

/** What is chosen for training as a recipe, and the way back. */
final class TrainingRecipes {
    private final Setup setup;
    private final Trainings trainings;

    TrainingRecipes(Setup setup, Trainings trainings) {
        this.setup = setup;
        this.trainings = trainings;
    }

    /** What is chosen, as steps: one for each model. */
    List<Step> steps() {
        DataChoice.Chosen chosen = setup.choose();
        List<Step> steps = new ArrayList<>();
        for (ModelType type : Models.all()) {
            if (setup.models().contains(type.name())) {
                Plan plan = setup.plan(type.name(), chosen);
                Pipeline pipeline = trainings.pipeline(plan);
                steps.add(new TrainStep(
                        type.name(),
                        pipeline.settings().changes(),
                        plan.target(),
                        plan.features(),
                        pipeline.prepare().transform(),
                        pipeline.prepare().scale(),
                        pipeline.prepare().levels(),
                        Missing.MEDIAN,
                        plan.scheme(),
                        plan.search(chosen.data().size())));
            }
        }
        if (steps.isEmpty()) {
            throw new InputException(Problem.of("choose at least one model"));
        }
        return steps;
    }

    /**
     * Chooses what a recipe says, and trains it.
     *
     * @throws InputException when the table looked at does not hold what it needs
     */
    void replay(Recipe recipe) {
        List<TrainStep> steps = recipe.steps().stream()
                .filter(TrainStep.class::isInstance)
                .map(TrainStep.class::cast)
                .toList();
        if (steps.isEmpty()) {
            throw new InputException(Problem.of("this recipe trains no model; run it at the place it was saved at"));
        }
        follow(steps, recipe.seed());
        trainings.start(setup);
    }

    /** Chooses what the steps of a recipe say; they share target, features and validation. */
    private void follow(List<TrainStep> steps, long fixed) {
        TrainStep first = steps.getFirst();
        if (!setup.targets().contains(first.target())) {
            throw new InputException(Problem.of("the table has no column of numbers “" + first.target() + "”"));
        }
        setup.target.set(first.target());
        setup.featureChoice().filter.set(false);
        setup.scheme.set(first.validation());
        setup.transform.set(first.transform());
        setup.scale.set(first.scale());
        setup.seed.set(fixed);
        if (!first.features().isEmpty()) {
            setup.featureChoice().want(first.features());
        }
        setup.searching.set(
                first.search().grid().isEmpty()
                        ? Searching.FIXED
                        : first.search().draws().isPresent() ? Searching.RANDOM : Searching.GRID);
        first.search().draws().ifPresent(setup.draws::set);
        setup.models().clear();
        steps.forEach(step -> {
            setup.models().add(step.model());
            setup.settings(step.model()).clear();
            setup.settings(step.model()).putAll(step.settings());
            step.search()
                    .grid()
                    .forEach((key, values) -> setup.settings(step.model()).put(key, String.join(", ", values)));
        });
    }
}
