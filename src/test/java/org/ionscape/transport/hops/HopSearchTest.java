package org.ionscape.transport.hops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.FrameStore;
import org.junit.jupiter.api.Test;

class HopSearchTest {
    private static final Cell CELL = new Cell(12, 0, 0, 3, 11, 0, -2, 1, 13);
    private static final double STEP_PS = 0.1;

    /** Gives the Cartesian position of an ion in a frame. */
    private interface Path {
        double[] at(int ion, int frame);
    }

    private static Hops hops(int ions, int frames, Path path) {
        return hops(ions, frames, 0, path);
    }

    private static Hops hops(int ions, int frames, int skip, Path path) {
        int[] all = java.util.stream.IntStream.range(0, ions).toArray();
        try (FrameStore run = frames(ions, frames, path)) {
            Displacements paths = new Displacements(run, skip, new int[0], Progress.NONE);
            return HopSearch.find(paths, all, STEP_PS, 0, Progress.NONE);
        }
    }

    private static FrameStore frames(int ions, int frames, Path path) {
        try (FrameStore.Builder builder = new FrameStore.Builder(new Atoms(Collections.nCopies(ions, "Li")))) {
            double[] out = new double[3 * ions];
            for (int f = 0; f < frames; f++) {
                for (int i = 0; i < ions; i++) {
                    double[] r = path.at(i, f);
                    CELL.toFractional(r, 0, out, 3 * i);
                    for (int k = 0; k < 3; k++) {
                        out[3 * i + k] -= Math.floor(out[3 * i + k]); // folded, as files hold them
                    }
                }
                builder.add(CELL, out);
            }
            return builder.build();
        }
    }

    /** Vibrates with 0.1 Å about a site; the noise belongs to the frame and the ion. */
    private static double[] about(double x, double y, double z, int ion, int frame) {
        SplittableRandom random = new SplittableRandom(7919L * ion + frame);
        return new double[] {
            x + 0.1 * random.nextGaussian(), y + 0.1 * random.nextGaussian(), z + 0.1 * random.nextGaussian()
        };
    }

    /** A at 0 Å for 100 frames, 5 frames on the way, B at 3 Å; back after 100 more; then to C at −6 Å. */
    private static double[] thereBackAndOn(int ion, int frame) {
        double[] times = {100, 105, 205, 210, 310, 320};
        double[] places = {0, 3, 3, 0, 0, -6};
        double x = -6;
        for (int i = 0; i < times.length; i++) {
            if (frame < times[i]) {
                double from = i == 0 ? 0 : places[i - 1];
                double since = i == 0 ? frame : frame - times[i - 1] + 1;
                double span = i == 0 ? 100 : times[i] - times[i - 1] + 1;
                x = from + (places[i] - from) * (i % 2 == 0 ? 0 : since / span);
                break;
            }
        }
        return about(x, 10.5, 5, ion, frame);
    }

    @Test
    void anIonOnAKnownPathMakesTheHopsOfThatPath() {
        Hops found = hops(1, 420, HopSearchTest::thereBackAndOn);

        assertThat(found.hops()).hasSize(3);
        Hop out = found.hops().get(0);
        Hop back = found.hops().get(1);
        Hop on = found.hops().get(2);
        // 0.4 Å about a centre is left within a frame of the passage of 0.5 Å a frame
        assertThat(out.startFrame()).isBetween(98, 100);
        assertThat(out.endFrame()).isBetween(104, 106);
        assertThat(out.durationPs()).isEqualTo((out.endFrame() - out.startFrame()) * STEP_PS, within(1e-12));
        assertThat(out.lengthA()).isEqualTo(3, within(0.1)); // centres are means that hold some frames on the way
        assertThat(on.lengthA()).isEqualTo(6, within(0.1));
        assertThat(out.from()).isEqualTo(0);
        assertThat(out.to()).isEqualTo(back.from());
        assertThat(back.to()).isEqualTo(0);
        assertThat(out.returned()).isTrue();
        assertThat(back.returned()).isFalse();
        assertThat(on.returned()).isFalse();
        assertThat(found.returned()).isEqualTo(1);
    }

    @Test
    void staysAreMeasuredFromArrivingToLeaving() {
        Hops found = hops(1, 420, HopSearchTest::thereBackAndOn);

        // two whole stays of about 100 frames, the first and the last cut off by the ends of the run
        assertThat(found.residence().staysPs()).hasSize(2);
        assertThat(found.residence().medianPs()).isEqualTo(10, within(0.3));
        assertThat(found.residence().meanPs()).isEqualTo(40.0 / 3, within(0.4));
        assertThat(found.centres()).hasSize(3);
        assertThat(found.centres().getFirst().visits()).isEqualTo(2);
    }

    @Test
    void framesAreCountedFromTheBeginningOfTheFileEvenWhenSomeAreLeftOut() {
        Hops whole = hops(1, 420, HopSearchTest::thereBackAndOn);
        Hops rest = hops(1, 420, 50, HopSearchTest::thereBackAndOn);

        assertThat(rest.hops()).hasSize(3);
        assertThat(rest.hops().getLast().startFrame())
                .isEqualTo(whole.hops().getLast().startFrame());
    }

    @Test
    void anIonThatOnlyVibratesHasOneCentreAndNoHops() {
        Hops found = hops(3, 500, (ion, f) -> {
            double[] r = about(2 * ion, 1, 0, ion, f);
            r[0] += 0.5 * Math.sin(0.3 * f); // far beyond 0.4 Å at times, but to no other place
            return r;
        });

        assertThat(found.hops()).isEmpty();
        assertThat(found.centres()).hasSize(3);
        assertThat(found.residence().meanPs()).isNaN();
    }

    @Test
    void anExcursionThatComesBackWithoutReachingAnotherPlaceIsNoHop() {
        Hops found = hops(1, 400, (ion, f) -> {
            double x = f < 200 ? 0 : 3;
            return about(f >= 100 && f < 104 ? 1.3 : x, 0, 0, ion, f);
        });

        assertThat(found.hops()).hasSize(1);
        assertThat(found.hops().getFirst().startFrame()).isEqualTo(199);
        assertThat(found.hops().getFirst().endFrame()).isEqualTo(200);
    }

    @Test
    void ionsThatFlowWithoutPlacesToStayAtAreCounted() {
        // anywhere in a cube of 4 Å: 2 Å from its middle on the average, but at home nowhere
        Hops flowing = hops(
                2,
                500,
                (ion, f) ->
                        new SplittableRandom(7919L * ion + f).doubles(3, 0, 4).toArray());
        Hops hopping = hops(1, 420, HopSearchTest::thereBackAndOn);

        assertThat(flowing.wandering()).isEqualTo(2);
        assertThat(hopping.wandering()).isZero();
    }

    @Test
    void manyPlacesAreAllFound() {
        int places = 15;
        Hops found = hops(1, 1500, (ion, f) -> about(2.5 * Math.floorDiv(f, 100), 1.1 * (f / 100 % 3), 0, ion, f));

        assertThat(found.centres()).hasSize(places);
        assertThat(found.hops()).hasSize(places - 1);
        assertThat(found.hops()).noneMatch(Hop::returned);
    }

    @Test
    void ionsThatHopTogetherDoSoMoreOftenThanByChance() {
        // pairs of ions 3 Å apart hop along x at the same, random times: 12 pairs, 6 hops each
        Hops together = hops(24, 2000, (ion, f) -> row(ion, f, ion / 2));
        Hops apart = hops(24, 2000, (ion, f) -> row(ion, f, 100 + ion));

        assertThat(together.hops()).hasSizeGreaterThanOrEqualTo(24 * 5);
        assertThat(together.correlation().ratio()).isGreaterThan(3);
        assertThat(together.correlation().pValue()).isLessThan(0.01);
        // independent ions: within three spreads of what chance gives
        Correlation chance = apart.correlation();
        assertThat((double) chance.pairs()).isCloseTo(chance.expected(), within(3 * chance.spread() + 1));
    }

    private static double[] row(int ion, int frame, int rhythm) {
        SplittableRandom random = new SplittableRandom(rhythm);
        int passed = 0;
        for (int h = 0; h < 6; h++) {
            passed += random.nextInt(1, 1999) < frame ? 1 : 0;
        }
        return about(3 * (ion % 2) + 6 * (passed % 2), 5.5 * (ion / 2 % 2), 2.1 * (ion >> 2), ion, frame);
    }

    @Test
    void theSameRunGivesTheSameHopsAndTheSameChance() {
        Hops once = hops(4, 600, (ion, f) -> row(ion, f, ion));
        Hops again = hops(4, 600, (ion, f) -> row(ion, f, ion));

        assertThat(again.hops()).isEqualTo(once.hops());
        assertThat(again.correlation()).isEqualTo(once.correlation());
    }

    @Test
    void theSearchStopsWhenItIsCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double done, double total, String unit) {
                check();
            }

            @Override
            public void check() {
                throw new CancellationException();
            }
        };
        try (FrameStore run = frames(2, 300, HopSearchTest::thereBackAndOn)) {
            Displacements paths = new Displacements(run, 0, new int[0], Progress.NONE);
            assertThatThrownBy(() -> HopSearch.find(paths, new int[] {0, 1}, STEP_PS, 0, cancelled))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
