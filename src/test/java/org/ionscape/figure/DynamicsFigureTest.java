package org.ionscape.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ionscape.format.csv.ListedHops;
import org.ionscape.transport.distribution.PairDistribution;
import org.ionscape.transport.distribution.RadialDistribution;
import org.ionscape.transport.hops.Correlation;
import org.ionscape.transport.hops.Hop;
import org.ionscape.transport.hops.Hops;
import org.ionscape.transport.hops.Residence;
import org.junit.jupiter.api.Test;

/** What the figures of hops and distributions show. */
class DynamicsFigureTest {
    private static final Correlation NO_PAIRS = new Correlation(0, 0, 0, Double.NaN, 1, 0, 1, 5, 500, 2);

    private static Hops hops(double... staysPs) {
        return new Hops(
                new int[] {4, 7},
                1000,
                0.1,
                List.of(new Hop(4, 100, 110, 0, 1, 3, 1, true), new Hop(7, 200, 210, 0, 1, 3, 1, false)),
                List.of(),
                new Residence(5, 1, 4, staysPs),
                NO_PAIRS,
                0);
    }

    @Test
    void theHistogramHoldsEveryWholeStayOnce() {
        Figure figure = HopFigure.residence(hops(0, 0.1, 0.2, 1, 5, 5, 40));

        Figure.Band bars = (Figure.Band) figure.series().getFirst();
        double total = 0;
        for (int i = 1; i + 1 < bars.x().length; i += 2) {
            total += bars.high()[i];
        }
        assertThat(total).isEqualTo(7);
        assertThat(bars.x()[bars.x().length - 1]).isGreaterThan(40);
    }

    @Test
    void withoutWholeStaysASentenceSaysSo() {
        assertThat(HopFigure.residence(hops()).series()).isEmpty();
        assertThat(HopFigure.residence(hops()).empty()).contains("no stay is whole");
    }

    @Test
    void hopsOfAnotherProgramAreDrawnBesideOurs() {
        ListedHops listed = new ListedHops(
                java.nio.file.Path.of("DIFFUSION"), List.of(new ListedHops.Hop(4, 98, OptionalInt.of(112))));

        Figure figure = HopFigure.events(hops(), Optional.of(listed));

        assertThat(figure.series()).hasSize(3);
        Figure.Points theirs = (Figure.Points) figure.series().getFirst();
        assertThat(theirs.x()[0]).isEqualTo(10.5, within(1e-12)); // the middle of the passage, ps
        assertThat(theirs.ink()).isEqualTo(Figure.Ink.ACCENT);
        assertThat(((Figure.Points) figure.series().get(1)).mark()).isEqualTo(Figure.Mark.OPEN);
    }

    @Test
    void pairsOfTheMobileSpeciesAreShownUnlessThePersonChoosesOthers() {
        double[] r = {0.5, 1.5, 2.5};
        RadialDistribution rdf =
                new RadialDistribution(r, List.of(pair("Li", "Li", 2), pair("Li", "S", 1), pair("S", "S", 2)), 10);

        assertThat(RdfFigure.usual(rdf, List.of("Li"))).containsExactlyInAnyOrder(0, 1);
        assertThat(RdfFigure.usual(rdf, List.of())).hasSize(1);
        Figure figure = RdfFigure.of(rdf, Set.of(2), RdfFigure.Kind.COORDINATION);
        assertThat(figure.series()).extracting(Figure.Series::name).containsExactly("S–S");
    }

    private static PairDistribution pair(String first, String second, int peak) {
        double[] g = new double[3];
        g[peak] = 2;
        double[] error = new double[3];
        Arrays.fill(error, 0.1);
        return new PairDistribution(first, second, g, error, new double[] {0, 1, 2}, 0.05);
    }
}
