package org.ionscape.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.ionscape.extract.Dynamics;
import org.ionscape.extract.RunResult;
import org.ionscape.figure.Figure;
import org.ionscape.figure.GroupLines;
import org.ionscape.figure.HopFigure;
import org.ionscape.figure.MsdFigure;
import org.ionscape.figure.RdfFigure;
import org.ionscape.figure.VacfFigure;
import org.ionscape.figure.VanHoveFigure;
import org.ionscape.figure.VdosFigure;
import org.ionscape.format.curve.Overlay;
import org.ionscape.format.curve.Overlays;
import org.ionscape.vibration.EnergyUnit;
import org.ionscape.vibration.Vibrations;

/** The figures that {@code analyse} can write of a run. */
enum RunFigure {
    LINEAR,
    LOG_LOG,
    PER_AXIS,
    COLLECTIVE,
    VDOS,
    VDOS_THZ,
    VDOS_CM,
    VDOS_SPECIES,
    VACF,
    VACF_SPECIES,
    RESIDENCE,
    HOPS,
    RDF,
    COORDINATION,
    VAN_HOVE_SELF,
    VAN_HOVE_DISTINCT;

    /** As {@code --figure-kind} writes it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String labels() {
        return Arrays.stream(values()).map(RunFigure::label).collect(Collectors.joining(", "));
    }

    static Optional<RunFigure> ofLabel(String label) {
        return Arrays.stream(values()).filter(k -> k.label().equals(label)).findFirst();
    }

    /** What has to be computed beyond the usual analysis. */
    Optional<Dynamics.Part> needs() {
        return switch (this) {
            case LINEAR, LOG_LOG, PER_AXIS, COLLECTIVE, VDOS, VDOS_THZ, VDOS_CM, VDOS_SPECIES, VACF, VACF_SPECIES ->
                Optional.empty();
            case RESIDENCE, HOPS -> Optional.of(Dynamics.Part.HOPS);
            case RDF, COORDINATION -> Optional.of(Dynamics.Part.RDF);
            case VAN_HOVE_SELF, VAN_HOVE_DISTINCT -> Optional.of(Dynamics.Part.VAN_HOVE);
        };
    }

    Figure of(Analysed run) {
        return switch (this) {
            case LINEAR -> msd(run.result(), MsdFigure.Kind.LINEAR);
            case LOG_LOG -> msd(run.result(), MsdFigure.Kind.LOG_LOG);
            case PER_AXIS -> msd(run.result(), MsdFigure.Kind.PER_AXIS);
            case COLLECTIVE -> msd(run.result(), MsdFigure.Kind.COLLECTIVE);
            case VDOS -> vdos(run.result(), GroupLines.GROUPS, EnergyUnit.MEV);
            case VDOS_THZ -> vdos(run.result(), GroupLines.GROUPS, EnergyUnit.THZ);
            case VDOS_CM -> vdos(run.result(), GroupLines.GROUPS, EnergyUnit.PER_CM);
            case VDOS_SPECIES -> vdos(run.result(), GroupLines.SPECIES, EnergyUnit.MEV);
            case VACF -> vacf(run.result(), GroupLines.GROUPS);
            case VACF_SPECIES -> vacf(run.result(), GroupLines.SPECIES);
            case RESIDENCE -> HopFigure.residence(dynamics(run).hops().orElseThrow());
            case HOPS ->
                HopFigure.events(
                        dynamics(run).hops().orElseThrow(), dynamics(run).listed());
            case RDF -> rdf(run, RdfFigure.Kind.DISTRIBUTION);
            case COORDINATION -> rdf(run, RdfFigure.Kind.COORDINATION);
            case VAN_HOVE_SELF -> VanHoveFigure.self(dynamics(run).vanHove().orElseThrow());
            case VAN_HOVE_DISTINCT ->
                VanHoveFigure.distinct(dynamics(run).vanHove().orElseThrow());
        };
    }

    private static Dynamics dynamics(Analysed run) {
        return run.dynamics().orElseThrow();
    }

    private static Figure msd(RunResult result, MsdFigure.Kind kind) {
        List<String> moving = result.run().mobile();
        return MsdFigure.of(
                result.msd(),
                moving,
                moving.stream().findFirst().map(result.diffusion()::get),
                kind,
                overlays(result, Overlay.Kind.MSD));
    }

    private static Figure vdos(RunResult result, GroupLines lines, EnergyUnit unit) {
        String chosen = lines == GroupLines.GROUPS
                ? Vibrations.ALL
                : result.run().mobile().getFirst();
        return VdosFigure.of(vibrations(result), lines, chosen, unit, overlays(result, Overlay.Kind.VDOS));
    }

    private static Figure vacf(RunResult result, GroupLines lines) {
        return VacfFigure.of(vibrations(result), lines, overlays(result, Overlay.Kind.VACF));
    }

    private static Vibrations vibrations(RunResult result) {
        return result.vibrations()
                .orElseThrow(() -> InputException.of(
                        Path.of(result.run().path()),
                        "three frames at least are needed for velocities; there is no such figure of this run"));
    }

    /** The curves of a kind found beside the run, which the window draws too. */
    private static List<Overlay> overlays(RunResult result, Overlay.Kind kind) {
        Path run = Path.of(result.run().path());
        return Overlays.beside(run, OptionalDouble.of(result.run().timeStepFs()), Progress.NONE)
                .of(kind);
    }

    private static Figure rdf(Analysed run, RdfFigure.Kind kind) {
        var rdf = dynamics(run).rdf().orElseThrow();
        return RdfFigure.of(rdf, RdfFigure.usual(rdf, run.result().run().mobile()), kind);
    }
}
