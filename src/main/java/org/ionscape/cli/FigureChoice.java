package org.ionscape.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.ionscape.recipe.NamedFigure;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands whose results have several figures. */
final class FigureChoice {
    @Option(
            names = "--figure-kind",
            paramLabel = "KIND",
            description =
                    "Which figure to write, where there are several (default: the first; a wrong one lists them).")
    String kind;

    @Mixin
    FigureOptions figure;

    void check() {
        figure.check();
    }

    /** Writes the one asked for, if any was. */
    void write(List<NamedFigure> figures) {
        if (!figure.wanted()) {
            return;
        }
        NamedFigure chosen = figures.stream()
                .filter(f -> kind == null || f.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Cli.WrongCall("--figure-kind is one of "
                        + figures.stream().map(NamedFigure::name).collect(Collectors.joining(", ")) + ", not “" + kind
                        + "”"));
        figure.write(chosen.drawing(), chosen.heightOfWidth(), chosen.columns());
    }
}
