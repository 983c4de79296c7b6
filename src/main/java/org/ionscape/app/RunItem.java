package org.ionscape.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.ionscape.format.scan.RunInfo;

/**
 * A run in the open project, as views watch it. Only {@link Workbench} changes it, and only on the window's thread.
 */
public final class RunItem {
    private final long id;
    private final RunInfo info;
    final ObjectProperty<AnalysisSettings> settings = new SimpleObjectProperty<>();
    final ObjectProperty<RunStatus> status = new SimpleObjectProperty<>(RunStatus.NOT_ANALYSED);
    final StringProperty why = new SimpleStringProperty("");
    final ObjectProperty<Optional<RunResult>> result = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty excluded = new SimpleBooleanProperty();

    RunItem(long id, RunInfo info, AnalysisSettings settings) {
        this.id = id;
        this.info = info;
        this.settings.set(settings);
    }

    void mark(RunStatus now, String because) {
        why.set(because);
        status.set(now);
    }

    public long id() {
        return id;
    }

    /** As it was recognised on disk, before corrections. */
    public RunInfo info() {
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
        return settings().mobile().isEmpty() ? info.mobile() : settings().mobile();
    }

    /** Temperature in K: as corrected, else as recognised. */
    public OptionalDouble temperatureK() {
        return settings().temperatureK().isPresent() ? settings().temperatureK() : info.temperatureK();
    }

    /** Time between stored frames in fs: as corrected, else as recognised. */
    public OptionalDouble timeStepFs() {
        return settings().timeStepFs().isPresent() ? settings().timeStepFs() : info.timeStepFs();
    }

    /** The family of the mobile species. */
    public Family family() {
        return settings().mobile().isEmpty()
                ? info.family()
                : Family.ofMobile(settings().mobile());
    }

    /**
     * How the run is called beside others of its compound: by its temperature where its folder is called so, else by the
     * last two names of its path, for folders are often all called {@code run1}.
     */
    public String shortName() {
        OptionalDouble kelvin = temperatureK();
        int names = info.path().getNameCount();
        String place = info.path().subpath(Math.max(0, names - 2), names).toString();
        if (kelvin.isEmpty()) {
            return place;
        }
        String rounded = String.valueOf(Math.round(kelvin.getAsDouble()));
        return info.path().getFileName().toString().contains(rounded) ? rounded + " K" : rounded + " K · " + place;
    }

    /** How the run is called alone: {@code "Li10GeP2S12 · stoichiometric · 900 K"}. */
    public String longName() {
        return info.compound() + " · " + info.stoichiometry().label() + " · " + shortName();
    }

    @Override
    public String toString() {
        return longName();
    }
}
