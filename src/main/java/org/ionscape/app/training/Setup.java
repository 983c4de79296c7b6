package org.ionscape.app.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
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
import org.ionscape.learn.validate.Advice;
import org.ionscape.learn.validate.Scheme;
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
    private final FeatureChoice features = new FeatureChoice();
    private final ObservableList<Problem> warnings = FXCollections.observableArrayList();
    private final ObservableSet<String> models = FXCollections.observableSet("random-forest", "ridge", "svr");
    private final Map<String, ObservableMap<String, String>> settings = new LinkedHashMap<>();
    private final SetupKeeper keeper;

    public final StringProperty target = new SimpleStringProperty("");
    public final ObjectProperty<FeatureSet> featureSet = new SimpleObjectProperty<>(FeatureSet.ANHARMONIC);
    public final StringProperty scheme = new SimpleStringProperty("stratified:10");
    public final ObjectProperty<PrepareOptions.Transform> transform =
            new SimpleObjectProperty<>(PrepareOptions.Transform.NONE);
    public final ObjectProperty<PrepareOptions.TargetScale> scale;
    public final LongProperty seed = new SimpleLongProperty(0);
    /** The model whose parameters are shown. */
    public final StringProperty parameterModel = new SimpleStringProperty("random-forest");
    /** Whether fields of settings hold several values to try, and how. */
    public final ObjectProperty<Searching> searching = new SimpleObjectProperty<>(Searching.FIXED);
    /** Points drawn by a random search. */
    public final IntegerProperty draws = new SimpleIntegerProperty(20);

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
        fill();
        keeper = new SetupKeeper(workbench, this);
        keeper.begin();
    }

    /** Columns of numbers, any of which can be learned. */
    public ObservableList<String> targets() {
        return targets;
    }

    /** Columns that can be learned from, those dropped as redundant not wanted. */
    public ObservableList<Feature> features() {
        return features.all();
    }

    /** Which of them are wanted, and the filter of redundant ones. */
    public FeatureChoice featureChoice() {
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
        return settings.computeIfAbsent(model, m -> {
            ObservableMap<String, String> some = FXCollections.observableHashMap();
            some.addListener((InvalidationListener) o -> keeper.soon());
            return some;
        });
    }

    /** The rows that are looked at. */
    ReadOnlyObjectProperty<Shown> shownProperty() {
        return sheets.shownProperty();
    }

    public Shown shown() {
        return sheets.shown();
    }

    public Optional<Column> targetColumn() {
        return table().column(target.get());
    }

    /** The rows looked at that count. */
    Table table() {
        return sheets.shown().countedTable();
    }

    /** Rows of the table that have the target. */
    public int rowsWithTarget() {
        return targetColumn().map(Column::present).orElse(0);
    }

    /** How many times the rows are split; 1 too where the scheme does not fit them. */
    int folds() {
        return switch (Scheme.parse(scheme.get())) {
            case Scheme.KFold k -> k.k();
            case Scheme.Stratified k -> k.k();
            case Scheme.LeaveOneGroupOut logo ->
                table().column(logo.column())
                        .filter(Column.TextColumn.class::isInstance)
                        .map(c -> ((Column.TextColumn) c).levels().size())
                        .orElse(1);
            case Scheme.HoldOut hold -> 1;
            case Scheme.Split split -> 1;
        };
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
        List<Problem> said = new ArrayList<>();
        List<Column> columns = List.of();
        if (target.get().isEmpty()) {
            said.add(Problem.of("no column of numbers in these rows has two values or more: nothing can be learned"));
        } else {
            try {
                DataChoice.Chosen all = choice(List.of()).from(table());
                columns = all.data().features();
                said.addAll(all.warnings());
                Scheme wanted = Scheme.parse(scheme.get());
                said.addAll(Advice.of(all.data(), wanted));
                wanted.folds(all.data(), seed.get());
            } catch (InputException e) {
                said.add(e.problem());
            }
        }
        warnings.setAll(said);
        features.offer(columns);
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

    /**
     * The rows and features chosen.
     *
     * @throws InputException when nothing can be learned from them
     */
    DataChoice.Chosen choose() {
        List<String> reserved = Scheme.parse(scheme.get()).columns();
        List<String> wanted =
                features.wanted().stream().filter(k -> !reserved.contains(k)).toList();
        if (features.all().isEmpty()) {
            return choice(List.of()).from(table()); // says why nothing can be learned
        }
        if (wanted.isEmpty()) {
            throw new InputException(Problem.of("choose at least one feature to learn " + target.get() + " from"));
        }
        return choice(wanted).from(table());
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
            if (values.size() > 1 && searching.get() != Searching.FIXED) {
                several.put(key, values);
            } else if (!text.isBlank()) {
                fixed.put(key, values.getFirst());
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
                searching.get() == Searching.RANDOM && !several.isEmpty() ? draws.get() : 0,
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
