package org.ionscape.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.ionscape.crystal.Family;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.Naming;
import org.ionscape.format.scan.RunInfo;

/**
 * A run in the open project, as views watch it. Only {@link Workbench} changes it, and only on the window's thread.
 */
public final class RunItem {
    private final long id;
    private final RunInfo own;
    private final ObjectProperty<RunInfo> info = new SimpleObjectProperty<>();
    private List<RunItem> later = List.of();
    private Naming naming = Naming.NONE;
    final ObjectProperty<AnalysisSettings> settings = new SimpleObjectProperty<>();
    final ObjectProperty<RunStatus> status = new SimpleObjectProperty<>(RunStatus.NOT_ANALYSED);
    final StringProperty why = new SimpleStringProperty("");
    final ObjectProperty<Optional<RunResult>> result = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty excluded = new SimpleBooleanProperty();

    RunItem(long id, RunInfo info, AnalysisSettings settings) {
        this.id = id;
        this.own = info;
        this.info.set(info);
        this.settings.set(settings);
    }

    /** A run as it is stored, with its parts. */
    static RunItem of(RunStore.Stored stored) {
        RunItem item = new RunItem(stored.id(), stored.own(), stored.settings());
        item.excluded.set(stored.excluded());
        item.naming = stored.naming();
        item.take(stored.later().stream().map(RunItem::of).toList());
        return item;
    }

    /** Becomes one simulation with runs that follow it; with none, what it was by itself. */
    void take(List<RunItem> following) {
        later = List.copyOf(following);
        tell();
    }

    /** Is called otherwise from now on. */
    void call(Naming other) {
        naming = other;
        tell();
    }

    private void tell() {
        info.set(RunInfo.joined(Stream.concat(Stream.of(own), later.stream().map(i -> i.own))
                        .toList())
                .called(naming));
    }

    /** What the person calls the run. */
    public Naming naming() {
        return naming;
    }

    /** The runs that were joined to this one, in the order of time. */
    public List<RunItem> later() {
        return later;
    }

    void mark(RunStatus now, String because) {
        why.set(because);
        status.set(now);
    }

    public long id() {
        return id;
    }

    /** As it was recognised on disk, with all that was joined to it and what the person calls it. */
    public RunInfo info() {
        return info.get();
    }

    public ReadOnlyObjectProperty<RunInfo> infoProperty() {
        return info;
    }

    public AnalysisSettings settings() {
        return settings.get();
    }

    /** Corrections and preset, observable. */
    public ReadOnlyObjectProperty<AnalysisSettings> settingsProperty() {
        return settings;
    }

    public RunStatus status() {
        return status.get();
    }

    public ReadOnlyObjectProperty<RunStatus> statusProperty() {
        return status;
    }

    /** One sentence: why the status is what it is and what to do; empty when there is nothing to say. */
    public ReadOnlyStringProperty whyProperty() {
        return why;
    }

    public Optional<RunResult> result() {
        return result.get();
    }

    /** The newest result, also while it is stale. */
    public ReadOnlyObjectProperty<Optional<RunResult>> resultProperty() {
        return result;
    }

    public ReadOnlyBooleanProperty excludedProperty() {
        return excluded;
    }

    public boolean excluded() {
        return excluded.get();
    }

    /** Mobile species: as corrected, else as recognised. */
    public List<String> mobile() {
        return settings().mobile().isEmpty() ? info().mobile() : settings().mobile();
    }

    /** Temperature in K: as corrected, else as recognised. */
    public OptionalDouble temperatureK() {
        return settings().temperatureK().isPresent() ? settings().temperatureK() : info().temperatureK();
    }

    /** Time between stored frames in fs: as corrected, else as recognised. */
    public OptionalDouble timeStepFs() {
        return settings().timeStepFs().isPresent() ? settings().timeStepFs() : info().timeStepFs();
    }

    /** The family of the mobile species. */
    public Family family() {
        return settings().mobile().isEmpty()
                ? info().family()
                : Family.ofMobile(settings().mobile());
    }

    /**
     * How the run is called beside others of its compound: by its temperature where its folder is called so, else by the
     * last two names of its path, for folders are often all called {@code run1}.
     */
    public String shortName() {
        OptionalDouble kelvin = temperatureK();
        int names = info().path().getNameCount();
        String place = info().path().subpath(Math.max(0, names - 2), names)
                + (later.isEmpty() ? "" : "–" + later.getLast().info().path().getFileName());
        if (kelvin.isEmpty()) {
            return place;
        }
        String rounded = String.valueOf(Math.round(kelvin.getAsDouble()));
        return later.isEmpty() && info().path().getFileName().toString().contains(rounded)
                ? rounded + " K"
                : rounded + " K · " + place;
    }

    /** How the run is called alone: {@code "Li10GeP2S12 · stoichiometric · 900 K"}. */
    public String longName() {
        return info().compound() + " · " + info().stoichiometry().label() + " · " + shortName();
    }

    @Override
    public String toString() {
        return longName();
    }
}
