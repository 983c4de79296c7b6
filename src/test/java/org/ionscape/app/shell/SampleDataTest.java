package org.ionscape.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunStore;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeSamples() throws IOException {
        Files.createDirectories(folder.resolve("samples/Li/500K"));
        Files.writeString(folder.resolve("samples/Li/500K/XDATCAR"), "a run");
    }

    @Test
    void theSamplesAreCopiedOnceAndThenLeftAlone() throws IOException {
        Path copy = SampleData.copy(folder.resolve("samples"), folder.resolve("mine"), Progress.NONE);
        Files.writeString(copy.resolve("Li/500K/XDATCAR"), "changed by the person");

        assertThat(SampleData.copy(folder.resolve("samples"), folder.resolve("mine"), Progress.NONE))
                .isEqualTo(copy);
        assertThat(copy.resolve("Li/500K/XDATCAR")).hasContent("changed by the person");
    }

    @Test
    void aCopyThatWasStoppedIsNotTakenForWhole() {
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
        assertThatThrownBy(() -> SampleData.copy(folder.resolve("samples"), folder.resolve("mine"), cancelled))
                .isInstanceOf(CancellationException.class);
        assertThat(folder.resolve("mine")).doesNotExist();
    }

    @Test
    void theProjectOfTheSamplesHoldsTrainedModelsFromTheStartAndIsThenThePersons() throws Exception {
        try (ComputeService compute = ComputeService.ofMachine()) {
            Openings openings = new Openings(compute, () -> folder, ProjectStore::at);
            RunStore project = openings.open(openings.ofSamples()).join();
            assertThat(project.documents("training").values())
                    .anyMatch(text -> text.contains("diffusion_coefficient"))
                    .anyMatch(text -> text.contains("E_a"));

            List.copyOf(project.documents("training").keySet()).forEach(id -> project.removeDocument("training", id));
            project.close();
            RunStore again = openings.open(openings.ofSamples()).join();
            assertThat(again.documents("training")).isEmpty();
            again.close();
        }
    }
}
