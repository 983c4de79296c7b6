package org.ionscape.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ionscape.app.Focus;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStatus;
import org.ionscape.app.Workbench;
import org.ionscape.compute.Problem;
import org.ionscape.extract.RunResult;
import org.ionscape.trajectory.FrameSeries;
import org.ionscape.transport.hops.Hop;

/** The run's own plots beside the picture, and what the person should know of the run. */
final class PlotsColumn extends VBox {
    private final Workbench workbench;
    private final RunOverlays overlays;
    private final MsdCard msd;
    private final VdosCard vdos;
    private final VacfCard vacf;
    private final ArrheniusCard arrhenius;
    private final HopsCard hops;
    private final RdfCard rdf;
    private final VanHoveCard vanHove;
    private final CrystalCard crystal = new CrystalCard();
    private final SeriesCard temperature;
    private final SeriesCard energy;
    private final Label sentence = new Label();
    private final Button analyse = new Button("Analyse");
    private final VBox empty = new VBox(sentence, analyse);
    private final VBox warnings = new VBox();
    private final RunCard about;
    private final List<Region> cards = new ArrayList<>();
    private final InspectorStrip inspector;
    private final ChangeListener<Object> changed = (o, old, now) -> refresh();
    private Optional<RunItem> item = Optional.empty();
    private Optional<String> compound = Optional.empty();
    private Optional<LoadedRun> loaded = Optional.empty();

    PlotsColumn(Workbench workbench, InspectorStrip inspector, DynamicsModel dynamics, Consumer<Hop> goToHop) {
        this.workbench = workbench;
        this.inspector = inspector;
        overlays = new RunOverlays(workbench);
        msd = new MsdCard(workbench, overlays);
        vdos = new VdosCard(workbench, overlays);
        vacf = new VacfCard(workbench, overlays, vdos.linesProperty());
        arrhenius = new ArrheniusCard(workbench);
        hops = new HopsCard(workbench, dynamics, goToHop);
        rdf = new RdfCard(workbench, dynamics);
        vanHove = new VanHoveCard(workbench, dynamics);
        about = new RunCard(workbench);
        temperature = new SeriesCard(workbench, "Temperature", "*T* (K)");
        energy = new SeriesCard(workbench, "Energy", "*E* (eV)");
        getStyleClass().add("plots");
        empty.getStyleClass().addAll("card", "plots-empty");
        sentence.setMinHeight(USE_PREF_SIZE);
        analyse.setId("analyse-here");
        analyse.getStyleClass().add("accent");
        analyse.setOnAction(e -> item.ifPresent(i -> workbench.analyse(List.of(i))));
        warnings.getStyleClass().add("warnings");
        overlays.foundProperty().addListener((o, old, now) -> {
            if (!now.problems().isEmpty()) {
                refresh();
            }
        });
        workbench.runs().addListener((ListChangeListener<RunItem>) change -> refresh());
    }

    /** Follows the focus of the window. */
    void follow(Focus focus) {
        item.ifPresent(i -> i.statusProperty().removeListener(changed));
        item = Optional.empty();
        compound = Optional.empty();
        switch (focus) {
            case Focus.Run run -> {
                item = Optional.of(run.item());
                run.item().statusProperty().addListener(changed);
                msd.show(run.item());
                overlays.load(run.item());
                List.of(hops, rdf, vanHove).forEach(card -> card.about(run.item()));
            }
            case Focus.Compound chosen -> compound = Optional.of(chosen.name());
            case Focus.Nothing nothing -> {}
        }
        refresh();
    }

    /** The frames of the run are there. */
    void loaded(Optional<LoadedRun> run) {
        loaded = run;
        refresh();
    }

    private void refresh() {
        cards.clear();
        inspector.clear();
        compound.ifPresent(name -> {
            arrhenius.show(workbench.runsOfCompound(name));
            cards.add(arrhenius);
        });
        item.ifPresent(this::refresh);
        cards.forEach(card -> card.setMinHeight(USE_PREF_SIZE)); // rather scrolled than squeezed
        if (!getChildren().equals(cards)) { // taking a card away and back would end what is typed in it
            getChildren().setAll(cards);
        }
    }

    private void refresh(RunItem run) {
        about.show(run);
        boolean asks = RunCard.hasQuestion(run);
        if (asks) {
            cards.add(about);
        }
        Optional<RunResult> result = run.result();
        if (result.filter(r -> r.run().mobile().stream().anyMatch(r.diffusion()::containsKey))
                .isPresent()) {
            cards.add(msd);
            inspector.show(result.orElseThrow());
        } else {
            sayWhyEmpty(run, result);
            cards.add(empty);
        }
        if (result.isPresent() && run.status() == RunStatus.PROBLEM && !cards.contains(empty)) {
            sayWhyEmpty(run, Optional.empty());
            cards.add(empty);
        }
        result.filter(r -> r.vibrations().isPresent()).ifPresent(r -> {
            vdos.show(run, r);
            vacf.show(run, r);
            cards.addAll(List.of(vdos, vacf));
        });
        if (loaded.filter(l -> l.item().equals(run) && l.extent() == LoadedRun.Extent.ALL)
                .isPresent()) {
            cards.addAll(List.of(hops, rdf, vanHove));
        }
        result.ifPresent(r -> {
            crystal.show(r);
            cards.add(crystal);
        });
        series();
        List<RunItem> siblings = workbench.runsOfCompound(run.info().compound());
        if (temperatures(siblings) > 1) {
            arrhenius.show(siblings);
            cards.add(arrhenius);
        }
        if (!asks) {
            cards.add(about);
        }
        List<Problem> problems = new ArrayList<>(result.map(RunResult::warnings).orElse(List.of()));
        problems.addAll(overlays.problems());
        if (!problems.isEmpty()) {
            warn(problems);
        }
    }

    private static long temperatures(List<RunItem> runs) {
        return runs.stream()
                .filter(r -> r.result().isPresent() && r.temperatureK().isPresent())
                .map(r -> r.temperatureK().getAsDouble())
                .distinct()
                .count();
    }

    private void sayWhyEmpty(RunItem run, Optional<RunResult> result) {
        String why = run.whyProperty().get();
        sentence.setText(
                switch (run.status()) {
                    case QUEUED, RUNNING -> "This run is being analysed.";
                    case PROBLEM ->
                        run.timeStepFs().isEmpty() ? "D follows once the time between frames is known." : why;
                    default ->
                        result.isPresent()
                                ? "This run is too short for a mean-squared displacement."
                                : "This run has not been analysed.";
                });
        analyse.setVisible(
                !run.status().isBusy() && result.isEmpty() && run.timeStepFs().isPresent());
        analyse.setManaged(analyse.isVisible());
    }

    private void series() {
        loaded.filter(l -> item.filter(l.item()::equals).isPresent()).ifPresent(l -> {
            FrameSeries series = l.stage().trajectory().series();
            double stepPs = l.framePs().orElse(1);
            if (series.temperatureK().length > 1) {
                temperature.show(series.temperatureK(), stepPs);
                cards.add(temperature);
            }
            if (series.energyEv().length > 1) {
                energy.show(series.energyEv(), stepPs);
                cards.add(energy);
            }
        });
    }

    private void warn(List<Problem> problems) {
        warnings.getChildren().clear();
        for (Problem problem : problems) {
            Label label = new Label(
                    problem.message(),
                    new org.kordamp.ikonli.javafx.FontIcon(org.kordamp.ikonli.feather.Feather.ALERT_TRIANGLE));
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("warning");
            warnings.getChildren().add(label);
        }
        cards.add(warnings);
    }
}
