package org.ionscape.app.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FeatureSet;
import org.ionscape.learn.prepare.Missing;
import org.ionscape.learn.prepare.PrepareOptions;
import org.ionscape.learn.prepare.RedundancyFilter;
import org.ionscape.learn.validate.Advice;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.recipe.TrainStep;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Table;

/** What the person chose to train, on the rows that are looked at. Views bind to it; it holds no control. */
public final class Setup {
    private static final String TARGET = "training.target";
    private static final List<String> LIKELY_TARGETS =
            List.of("E_a", "diffusion_coefficient", "omega_mean", "E_m", "target");

    private final Workbench workbench;
    private final Sheets sheets;
    private final ObservableList<String> targets = FXCollections.observableArrayList();
    private final ObservableList<Feature> features =
            FXCollections.observableArrayList(f -> new javafx.beans.Observable[] {f.wantedProperty()});
    private final ObservableList<Problem> warnings = FXCollections.observableArrayList();
    private final ObservableSet<String> models = FXCollections.observableSet("random-forest", "ridge", "svr");
    private final Map<String, ObservableMap<String, String>> settings = new LinkedHashMap<>();
    private final Set<String> preferred = new TreeSet<>();
    private Optional<RedundancyFilter.Result> redundant = Optional.empty();

    public final StringProperty target = new SimpleStringProperty("");
    public final BooleanProperty filter = new SimpleBooleanProperty();
    public final DoubleProperty threshold = new SimpleDoubleProperty(RedundancyFilter.THRESHOLD);
    public final ObjectProperty<FeatureSet> featureSet = new SimpleObjectProperty<>(FeatureSet.ANHARMONIC);
    public final StringProperty scheme = new SimpleStringProperty("stratified:10");
    public final ObjectProperty<PrepareOptions.Transform> transform =
            new SimpleObjectProperty<>(PrepareOptions.Transform.NONE);
    public final ObjectProperty<PrepareOptions.TargetScale> scale;
    public final LongProperty seed = new SimpleLongProperty(0);
    /** The model whose parameters are shown. */
    public final StringProperty parameterModel = new SimpleStringProperty("random-forest");
    /** Whether fields of settings hold several values to try. */
    public final BooleanProperty grid = new SimpleBooleanProperty();

    private boolean filling;

    Setup(Workbench workbench, Sheets sheets) {
        this.workbench = workbench;
        this.sheets = sheets;
        scale = new SimpleObjectProperty<>(
                PrepareOptions.of(workbench.presetProperty().get()).scale());
        workbench
                .presetProperty()
                .addListener((o, old, now) -> scale.set(PrepareOptions.of(now).scale()));
        sheets.shownProperty().addListener((o, old, now) -> fill());
        target.addListener((o, old, now) -> {
            if (now == null) {
                target.set(""); // a list lets go of its value while its items change
            } else if (!filling) {
                retarget();
            }
        });
        featureSet.addListener((o, old, now) -> fillFeatures());
        scheme.addListener((o, old, now) -> fillFeatures());
        filter.addListener((o, old, now) -> refilter());
        threshold.addListener((o, old, now) -> refilter());
        fill();
    }

    /** Columns of numbers, any of which can be learned. */
    public ObservableList<String> targets() {
        return targets;
    }

    /** Columns that can be learned from, those dropped as redundant not wanted. */
    public ObservableList<Feature> features() {
        return features;
    }

    /** What to say of the choice: features that tell the target, advice on the validation. */
    public ObservableList<Problem> warnings() {
        return warnings;
    }

    /** Names of the models to train. */
    public ObservableSet<String> models() {
        return models;
    }

    /** What the person set of a model's parameters, as written. */
    public ObservableMap<String, String> settings(String model) {
        return settings.computeIfAbsent(model, m -> FXCollections.observableHashMap());
    }

    /** The groups found by the filter; empty while it is off. */
    public Optional<RedundancyFilter.Result> redundant() {
        return redundant;
    }

    public Shown shown() {
        return sheets.shown();
    }

    public Optional<Column> targetColumn() {
        return table().column(target.get());
    }

    private Table table() {
        return sheets.shown().countedTable();
    }

    /** Columns by which materials can be told apart, the likeliest first. */
    public List<String> groupColumns() {
        List<String> keys = new ArrayList<>();
        for (Column column : table().columns()) {
            if (column instanceof Column.TextColumn texts && texts.levels().size() > 1) {
                keys.add(column.key());
            }
        }
        keys.sort(java.util.Comparator.comparingInt(k -> {
            int at = List.of("compound", "material", "group", "formula", "family")
                    .indexOf(k);
            return at < 0 ? 9 : at;
        }));
        return keys;
    }

    /** Keeps one of a redundant group in place of the one kept now. */
    public void prefer(String key) {
        redundant.ifPresent(found ->
                found.groups().stream().filter(group -> group.contains(key)).forEach(preferred::removeAll));
        preferred.add(key);
        refilter();
    }

    /** Rows of the table that have the target. */
    public int rowsWithTarget() {
        return targetColumn().map(Column::present).orElse(0);
    }

    private void fill() {
        filling = true;
        String before = target.get();
        List<String> keys = table().numbers().stream()
                .filter(c -> c.present() > 1)
                .map(Column::key)
                .toList();
        if (!keys.equals(targets)) {
            targets.setAll(keys);
        }
        String now = keys.contains(before) ? before : likely(keys);
        target.set(now);
        filling = false;
        fillFeatures();
    }

    private String likely(List<String> keys) {
        return workbench
                .setting(TARGET)
                .filter(keys::contains)
                .or(() -> LIKELY_TARGETS.stream().filter(keys::contains).findFirst())
                .orElse(keys.isEmpty() ? "" : keys.getLast());
    }

    private void retarget() {
        if (!target.get().isEmpty()) {
            workbench.putSetting(TARGET, target.get());
        }
        fillFeatures();
    }

    private void fillFeatures() {
        List<String> unwanted =
                features.stream().filter(f -> !f.isWanted()).map(Feature::key).toList();
        List<String> known = features.stream().map(Feature::key).toList();
        List<Feature> now = new ArrayList<>();
        warnings.clear();
        if (!target.get().isEmpty()) {
            try {
                DataChoice.Chosen all = choice(List.of()).from(table());
                all.data()
                        .features()
                        .forEach(c -> now.add(new Feature(Catalogue.all().describe(c))));
                warnings.addAll(all.warnings());
                warnings.addAll(Advice.of(all.data(), Scheme.parse(scheme.get())));
            } catch (InputException e) {
                warnings.add(e.problem());
            }
        }
        boolean same = now.stream().map(Feature::key).toList().equals(known);
        now.forEach(f -> f.wantedProperty().set(!(same && unwanted.contains(f.key()))));
        features.setAll(now);
        if (!same || filter.get()) {
            refilter();
        }
    }

    private DataChoice choice(List<String> chosen) {
        return new DataChoice(
                target.get(),
                chosen,
                List.of(),
                featureSet.get(),
                Scheme.parse(scheme.get()).columns(),
                Missing.MEDIAN);
    }

    /** Marks as wanted what the filter keeps; without it, everything. */
    private void refilter() {
        if (!filter.get()) {
            if (redundant.isPresent()) {
                redundant = Optional.empty();
                features.forEach(f -> f.wantedProperty().set(true));
            }
            return;
        }
        List<Column.NumberColumn> numbers = features.stream()
                .flatMap(f -> table().column(f.key()).flatMap(Column::asNumbers).stream())
                .toList();
        List<String> keys = numbers.stream().map(Column.NumberColumn::key).toList();
        RedundancyFilter.Result found = RedundancyFilter.filter(
                numbers,
                threshold.get(),
                preferred.stream().filter(keys::contains).toList());
        redundant = Optional.of(found);
        List<String> gone =
                found.dropped().stream().map(RedundancyFilter.Dropped::feature).toList();
        features.forEach(f -> f.wantedProperty().set(!gone.contains(f.key())));
    }

    /**
     * The rows and features chosen.
     *
     * @throws InputException when nothing can be learned from them
     */
    DataChoice.Chosen choose() {
        List<String> wanted = features.stream()
                .filter(Feature::isWanted)
                .map(Feature::key)
                .filter(k -> !Scheme.parse(scheme.get()).columns().contains(k))
                .toList();
        if (wanted.isEmpty()) {
            throw new InputException(Problem.of("choose at least one feature to learn " + target.get() + " from"));
        }
        return choice(wanted).from(table());
    }

    /** Chooses what the steps of a recipe say; they share target, features and validation. */
    void follow(List<TrainStep> steps, long fixed) {
        TrainStep first = steps.getFirst();
        if (!targets.contains(first.target())) {
            throw new InputException(Problem.of("the table has no column of numbers “" + first.target() + "”"));
        }
        target.set(first.target());
        filter.set(false);
        scheme.set(first.validation());
        transform.set(first.transform());
        scale.set(first.scale());
        seed.set(fixed);
        features.forEach(f -> f.wantedProperty()
                .set(first.features().isEmpty() || first.features().contains(f.key())));
        models.clear();
        steps.forEach(step -> {
            models.add(step.model());
            settings(step.model()).clear();
            settings(step.model()).putAll(step.settings());
        });
    }

    /** The rows of a plan made in an earlier session, if its table is the one looked at. */
    Optional<Dataset> data(Plan plan) {
        boolean here =
                plan.sheet().equals(shown().sheet().name()) && plan.conditions().equals(shown().conditions());
        return here
                ? Optional.of(new DataChoice(
                                plan.target(),
                                plan.features(),
                                List.of(),
                                FeatureSet.ANHARMONIC,
                                Scheme.parse(plan.scheme()).columns(),
                                Missing.MEDIAN)
                        .from(table())
                        .data())
                : Optional.empty();
    }

    /** Everything that decides the outcome of one model's training. */
    Plan plan(String model, DataChoice.Chosen chosen) {
        Map<String, String> fixed = new LinkedHashMap<>();
        Map<String, List<String>> several = new LinkedHashMap<>();
        settings(model).forEach((key, text) -> {
            List<String> values = List.of(text.strip().split("\\s*,\\s*"));
            if (values.size() > 1 && grid.get()) {
                several.put(key, values);
            } else if (!text.isBlank()) {
                fixed.put(key, text.strip());
            }
        });
        return new Plan(
                shown().sheet().name(),
                shown().conditions(),
                target.get(),
                chosen.data().featureKeys(),
                model,
                fixed,
                several,
                scheme.get(),
                transform.get().label(),
                scale.get().label(),
                seed.get());
    }

    /** Keys of the rows chosen. */
    List<String> keys(DataChoice.Chosen chosen) {
        Shown now = shown();
        int[] counted = now.counted();
        return java.util.Arrays.stream(chosen.rows())
                .mapToObj(r -> now.sheet().rows().get(counted[r]).key())
                .toList();
    }
}
