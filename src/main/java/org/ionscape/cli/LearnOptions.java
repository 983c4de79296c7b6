package org.ionscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Settings;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.FeatureSet;
import org.ionscape.learn.prepare.Missing;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.prepare.PrepareOptions;
import org.ionscape.learn.prepare.RedundancyFilter;
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.validate.Advice;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.table.Column;
import org.ionscape.table.Table;
import picocli.CommandLine.Option;

/** What is learned from which columns, and how that is judged: the options that all commands of learning share. */
final class LearnOptions {
    @Option(names = "--target", paramLabel = "KEY", description = "What is learned, by key or symbol; must be given.")
    String target;

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "KEY,…",
            description = "What it is learned from (default: every column that can be a feature).")
    List<String> features = List.of();

    @Option(names = "--exclude", split = ",", paramLabel = "KEY,…", description = "Columns that are not features.")
    List<String> exclude = List.of();

    @Option(
            names = "--feature-set",
            paramLabel = "harmonic|anharmonic",
            converter = SetOf.class,
            description = "harmonic leaves out what only dynamics at temperature can give (default: anharmonic).")
    FeatureSet featureSet = FeatureSet.ANHARMONIC;

    @Option(
            names = "--filter",
            paramLabel = "R",
            description = "Of features linked by |r| of at least R, in chains too, keep one.")
    Double filter;

    @Option(names = "--keep", split = ",", paramLabel = "KEY,…", description = "Features that --filter prefers.")
    List<String> keep = List.of();

    @Option(
            names = "--missing",
            paramLabel = "drop-rows|drop-columns|median",
            converter = MissingOf.class,
            description = "What to do where a feature is missing (default: median, of the training rows).")
    Missing missing = Missing.MEDIAN;

    @Option(
            names = "--transform",
            paramLabel = "none|log10",
            converter = TransformOf.class,
            description = "Learn the logarithm of the target (default: none).")
    PrepareOptions.Transform transform = PrepareOptions.Transform.NONE;

    @Option(
            names = "--scale-target",
            paramLabel = "none|standardise",
            converter = ScaleOf.class,
            description = "Scale of the target while learning (default: standardise; with preset paper: none).")
    PrepareOptions.TargetScale scale;

    @Option(
            names = "--cv",
            paramLabel = "SCHEME",
            description = "logo:COLUMN, kfold:K, stratified:K, holdout:0.2 or split:COLUMN (default: kfold:5).")
    String cv = "kfold:5";

    static final class SetOf extends Choice<FeatureSet> {
        SetOf() {
            super("harmonic, anharmonic", FeatureSet::ofLabel);
        }
    }

    static final class MissingOf extends Choice<Missing> {
        MissingOf() {
            super("drop-rows, drop-columns, median", Missing::ofLabel);
        }
    }

    static final class TransformOf extends Choice<PrepareOptions.Transform> {
        TransformOf() {
            super("none, log10", PrepareOptions.Transform::ofLabel);
        }
    }

    static final class ScaleOf extends Choice<PrepareOptions.TargetScale> {
        ScaleOf() {
            super("none, standardise", PrepareOptions.TargetScale::ofLabel);
        }
    }

    /** The rows and features asked for, with what to say of them. */
    DataChoice.Chosen choose(Table table) {
        if (target == null) {
            throw new Cli.WrongCall("--target KEY is missing: which column is learned?");
        }
        String key = TableOptions.resolve("--target", target, table);
        Scheme scheme = scheme();
        for (String column : scheme.columns()) {
            if (table.column(column).isEmpty()) {
                throw new Cli.WrongCall(
                        "--cv: no column is called “" + column + "”; there are " + String.join(", ", table.keys()));
            }
        }
        DataChoice choice = new DataChoice(
                key,
                resolved("--features", features, table),
                excluded(exclude, table),
                featureSet,
                scheme.columns(),
                missing);
        DataChoice.Chosen chosen = choice.from(table);
        DataChoice.Chosen left = filter == null ? chosen : filtered(chosen);
        List<Problem> warnings = new ArrayList<>(left.warnings());
        warnings.addAll(Advice.of(left.data(), scheme));
        return left.warned(warnings);
    }

    private DataChoice.Chosen filtered(DataChoice.Chosen chosen) {
        List<Column.NumberColumn> numbers = chosen.data().features().stream()
                .flatMap(c -> c.asNumbers().stream())
                .toList();
        List<String> gone =
                RedundancyFilter.filter(
                                numbers,
                                filter,
                                resolved("--keep", keep, chosen.data().table()))
                        .dropped()
                        .stream()
                        .map(RedundancyFilter.Dropped::feature)
                        .toList();
        return chosen.withFeatures(chosen.data().featureKeys().stream()
                .filter(k -> !gone.contains(k))
                .toList());
    }

    /** Columns that are no features; the row names are none anyway. */
    static List<String> excluded(List<String> names, Table table) {
        return resolved(
                "--exclude",
                names.stream().filter(n -> !n.strip().equals(table.rowHeader())).toList(),
                table);
    }

    static List<String> resolved(String option, List<String> names, Table table) {
        return names.stream()
                .map(n -> TableOptions.resolve(option, n.strip(), table))
                .toList();
    }

    Scheme scheme() {
        try {
            return Scheme.parse(cv);
        } catch (InputException e) {
            throw new Cli.WrongCall("--cv: " + e.getMessage());
        }
    }

    /** A model with its settings and what the options and the preset say of preparation. */
    Pipeline pipeline(ModelType type, List<String> assignments, Preset preset) {
        PrepareOptions prepare = PrepareOptions.of(preset).with(transform);
        Settings settings;
        try {
            settings = Models.settings(type, preset).with(assignments);
        } catch (InputException e) {
            throw new Cli.WrongCall("--set: " + e.getMessage());
        }
        return new Pipeline(type, settings, scale == null ? prepare : prepare.with(scale));
    }

    static ModelType model(String name) {
        try {
            return Models.named(name);
        } catch (InputException e) {
            throw new Cli.WrongCall("--model: " + e.getMessage());
        }
    }

    /** What was asked for, for the envelope of the result. */
    Map<String, Object> parameters(Preset preset) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("target", target);
        parameters.put("features", features);
        parameters.put("exclude", exclude);
        parameters.put("featureSet", featureSet.label());
        parameters.put("filter", filter);
        parameters.put("keep", keep);
        parameters.put("missing", missing.label());
        parameters.put("transform", transform.label());
        parameters.put(
                "scaleTarget",
                Optional.ofNullable(scale)
                        .orElse(PrepareOptions.of(preset).scale())
                        .label());
        parameters.put("cv", cv);
        return parameters;
    }

    /** What of the table was used, for the result. */
    static Map<String, Object> rows(DataChoice.Chosen chosen) {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("used", chosen.rows().length);
        rows.put("withoutTarget", chosen.withoutTarget());
        rows.put("incomplete", chosen.incomplete());
        rows.put("filledCells", chosen.filled());
        return rows;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw InputException.of(file, "this file cannot be read (" + e.getMessage() + ")");
        }
    }
}
