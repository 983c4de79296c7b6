package org.ionscape.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.ionscape.compute.InputException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListedHopsTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("DIFFUSION"), text);
    }

    @Test
    void numbersOfAnyFormAreRead() throws IOException {
        file("7.000e+00 2.515e+03 2.558e+03\n\n28 3165 -1\r\n# a remark\n3, 4, 5\n");

        assertThat(ListedHops.in(folder).orElseThrow().hops())
                .containsExactly(
                        new ListedHops.Hop(7, 2515, OptionalInt.of(2558)),
                        new ListedHops.Hop(28, 3165, OptionalInt.empty()),
                        new ListedHops.Hop(3, 4, OptionalInt.of(5)));
    }

    @Test
    void aFolderWithoutAListHasNone() throws IOException {
        Files.writeString(folder.resolve("DIFFUSION_paths"), "examples/LLZO/400K LLZO 400\n");

        assertThat(ListedHops.in(folder)).isEmpty();
    }

    @Test
    void whatIsNoHopIsToldWithItsLine() throws IOException {
        Path words = file("1 2 3\n1 two 3\n");
        assertThatThrownBy(() -> ListedHops.read(words))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("“two”");
        assertThatThrownBy(() -> ListedHops.read(file("1 2\n"))).hasMessageContaining("three numbers");
        assertThatThrownBy(() -> ListedHops.read(file("1 9 3\n"))).hasMessageContaining("before it begins");
        assertThatThrownBy(() -> ListedHops.read(file("1.5 9 10\n"))).hasMessageContaining("“1.5”");
        assertThatThrownBy(() -> ListedHops.read(file("1 9e99 10\n"))).hasMessageContaining("“9e99”");
    }

    @Test
    void thePublishedListsOfLlzoHaveTheirNumbersOfHops() {
        String data = System.getProperty("ionscape.data", "");
        Path llzo = Path.of(data, "llzo", "examples", "LLZO");
        Assumptions.assumeTrue(Files.isDirectory(llzo), "the published lists are not here");

        assertThat(ListedHops.in(llzo.resolve("400K")).orElseThrow().hops()).hasSize(38);
        assertThat(ListedHops.in(llzo.resolve("800K")).orElseThrow().hops()).hasSize(19);
    }
}
