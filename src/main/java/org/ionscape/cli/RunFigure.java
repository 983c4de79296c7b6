package org.ionscape.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ionscape.extract.Dynamics;
import org.ionscape.extract.RunResult;
import org.ionscape.figure.Figure;
import org.ionscape.figure.HopFigure;
import org.ionscape.figure.MsdFigure;
import org.ionscape.figure.RdfFigure;
import org.ionscape.figure.VanHoveFigure;

/** The figures that {@code analyse} can write of a run. */
enum RunFigure {
    LINEAR,
    LOG_LOG,
    PER_AXIS,
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
            case LINEAR, LOG_LOG, PER_AXIS -> Optional.empty();
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
        return MsdFigure.of(result.msd(), moving, moving.stream().findFirst().map(result.diffusion()::get), kind);
    }

    private static Figure rdf(Analysed run, RdfFigure.Kind kind) {
        var rdf = dynamics(run).rdf().orElseThrow();
        return RdfFigure.of(rdf, RdfFigure.usual(rdf, run.result().run().mobile()), kind);
    }
}
