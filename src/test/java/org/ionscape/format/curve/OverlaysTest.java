package org.ionscape.format.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.ionscape.compute.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Curves as other programs leave them beside a run of frames 2 fs apart, whose highest energy is 1033.9 meV. */
class OverlaysTest {
    @TempDir
    Path folder;

    private Overlays beside(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return Overlays.beside(folder, OptionalDouble.of(2), Progress.NONE);
    }

    private Overlay only(String name, String text) throws IOException {
        Overlays found = beside(name, text);
        assertThat(found.problems()).isEmpty();
        return found.curves().getFirst();
    }

    @Test
    void aDisplacementIsAgainstLagsInFrames() throws IOException {
        Overlay msd = only("msd_0.dat", "0 0.0 0.0\n1 0.5 0.1\n2 0.9 0.1\n");
        assertThat(msd.kind()).isEqualTo(Overlay.Kind.MSD);
        assertThat(msd.name()).isEqualTo("msd_0");
        assertThat(msd.x()).containsExactly(0, 0.002, 0.004);
        assertThat(msd.y()).containsExactly(0, 0.5, 0.9);
    }

    @Test
    void lagsInTheSpacingOfTheFramesAreTimes() throws IOException {
        assertThat(only("VACF.dat", "0.000, 1\n0.002, 0.9\n0.004, 0.7\n").x()[2])
                .isCloseTo(0.004, within(1e-15));
        assertThat(only("VACF.dat", "0 1\n2 0.9\n4 0.7\n").x()[2]).isCloseTo(0.004, within(1e-15));
    }

    @Test
    void aHeadingTellsTheUnit() throws IOException {
        Overlay vdos = only("VDOS_all.dat", "# frequency (THz)  g\n0 0\n10 1\n20 0.5\n");
        assertThat(vdos.x()[1]).isCloseTo(41.35667696, within(1e-8));
        assertThat(only("VDOS_all.dat", "Energy(meV);VDOS\n0;0\n10;1\n").x()[1]).isEqualTo(10);
        assertThat(only("VDOS_all.dat", "@ wavenumber cm^-1\n0 0\n100 1\n").x()[1])
                .isCloseTo(12.398, within(1e-3));
    }

    @Test
    void aSpectrumThatEndsAtTheHighestFrequencyIsInThatUnit() throws IOException {
        assertThat(only("VDOS.dat", "0 0\n125 1\n250 0.5\n").x()[2]).isCloseTo(1033.9, within(0.1));
        assertThat(only("VDOS.dat", "0 0\n500 1\n1030 0.5\n").x()[2]).isEqualTo(1030);
    }

    @Test
    void aSingleColumnHoldsOneValueAfterAnother() throws IOException {
        assertThat(only("VACF_Li.dat", "1\n0.5\n-0.1D0\n").y()).containsExactly(1, 0.5, -0.1);
        assertThat(beside("VDOS.dat", "1\n2\n").problems().getFirst().message()).contains("two columns");
    }

    @Test
    void aRowCutOffAtTheEndIsLeftOutAndOneInTheMiddleIsToldOf() throws IOException {
        assertThat(only("msd_1.dat", "0 0 0\n1 2 0\n2 3").y()).hasSize(2);
        Overlays broken = beside("msd_1.dat", "0 0 0\n1 2\n2 3 0\n");
        assertThat(broken.curves()).isEmpty();
        assertThat(broken.problems().getFirst().toString()).contains("msd_1.dat, line 2");
    }

    @Test
    void whatIsNoCurveIsToldOfAndOtherFilesAreNotLookedAt() throws IOException {
        Files.write(folder.resolve("VDOS.png.dat"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        Files.writeString(folder.resolve("VDOS.txt"), "words");
        assertThat(beside("msd.dat", "words").problems())
                .singleElement()
                .asString()
                .contains("VDOS.png.dat");
    }

    @Test
    void withoutTheTimeBetweenFramesLagsInFramesAreNotGuessedAt() throws IOException {
        Files.writeString(folder.resolve("msd_0.dat"), "0 0\n1 1\n");
        Overlays found = Overlays.beside(folder, OptionalDouble.empty(), Progress.NONE);
        assertThat(found.problems().getFirst().message()).contains("time between frames is not known");
    }
}
