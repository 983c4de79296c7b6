package org.ionscape.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ionscape.compute.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncarTest {
    @TempDir
    Path folder;

    private Incar read(String text) throws IOException {
        return Incar.read(Files.writeString(folder.resolve("INCAR"), text));
    }

    @Test
    void settingsAreReadAsVaspReadsThem() throws IOException {
        Incar incar = read("""
                SYSTEM = LGPS ; POTIM = 1.5D0 ! fs
                # NBLOCK = 7
                nblock=10   # frames
                TEBEG = 600.0; TEEND = 600
                MAGMOM = 0 \\
                  0
                TEBEG = 900
                """);
        assertThat(incar.number("POTIM")).hasValue(1.5);
        assertThat(incar.number("NBLOCK")).hasValue(10);
        assertThat(incar.number("TEBEG")).hasValue(600);
        assertThat(incar.number("TEEND")).hasValue(600);
        assertThat(incar.number("SMASS")).isEmpty();
        assertThat(incar.tags().get("MAGMOM").split("\\s+")).hasSize(2);
    }

    @Test
    void aSettingThatIsNoNumberIsToldWithItsLine() throws IOException {
        Incar incar = read("IBRION = 0\nTEBEG  = XXX.X\n");
        assertThatThrownBy(() -> incar.number("TEBEG"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("XXX.X");
    }

    @Test
    void anEmptyOrBinaryFileHoldsNoSettings() throws IOException {
        assertThat(read("").tags()).isEmpty();
        assertThat(Incar.read(Files.write(folder.resolve("INCAR"), new byte[] {0, 1, 2, 3, -1, -2}))
                        .number("POTIM"))
                .isEmpty();
    }
}
