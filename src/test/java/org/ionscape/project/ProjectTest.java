package org.ionscape.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.crystal.Family;
import org.ionscape.format.ReadHints;
import org.ionscape.format.scan.Naming;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.Stoichiometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
    @TempDir
    Path folder;

    private RunInfo run(String name) {
        return new RunInfo(
                folder.resolve(name),
                List.of(folder.resolve(name).resolve("XDATCAR")),
                "Li3OCl",
                Map.of("Li", 3),
                OptionalLong.of(100),
                OptionalDouble.of(20),
                OptionalDouble.empty(),
                Family.LI,
                "Li3OCl",
                Stoichiometry.STOICHIOMETRIC,
                List.of("Li"),
                Map.of("timeStepFs", "INCAR"),
                ReadHints.NONE,
                List.of(Problem.at(folder.resolve("INCAR"), 3, "no temperature")));
    }

    @Test
    void whatWasAddedIsThereWhenTheProjectIsOpenedAgain() {
        Path file = folder.resolve("a.ionscape");
        try (Project project = Project.create(file)) {
            ProjectRun added = project.addRuns(List.of(run("800K"))).getFirst();
            project.correct(added.id(), "{\"x\":1}");
            project.setCounts(added.id(), ProjectRun.Counts.NO);
            project.storeResult(added.id(), new StoredResult("{}", "1", "f", "{\"d\":2}", ""));
            project.putSetting("theme", "dark");
        }
        try (Project project = Project.open(file)) {
            ProjectRun kept = project.runs().getFirst();
            assertThat(kept.info()).isEqualTo(run("800K"));
            assertThat(kept.settings()).isEqualTo("{\"x\":1}");
            assertThat(kept.counts()).isEqualTo(ProjectRun.Counts.NO);
            assertThat(project.result(kept.id(), "{}")).map(StoredResult::json).contains("{\"d\":2}");
            assertThat(project.result(kept.id(), "{other}")).isEmpty();
            assertThat(project.setting("theme")).contains("dark");
        }
    }

    @Test
    void theSameFolderAddedTwiceIsOneRunThatKeepsItsCorrections() {
        try (Project project = Project.create(folder.resolve("a.ionscape"))) {
            long id = project.addRuns(List.of(run("800K"))).getFirst().id();
            project.correct(id, "{}");
            project.remove(List.of(id));
            assertThat(project.runs()).isEmpty();
            assertThat(project.addRuns(List.of(run("800K"))).getFirst().id()).isEqualTo(id);
            assertThat(project.runs())
                    .singleElement()
                    .extracting(ProjectRun::settings)
                    .isEqualTo("{}");
        }
    }

    @Test
    void anotherFileIsRefusedAndLeftAsItIs() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.ionscape"), "this is a text, not a database ".repeat(100));
        assertThatThrownBy(() -> Project.open(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("notes");
        assertThat(Files.readString(text)).startsWith("this is a text");
        assertThatThrownBy(() -> Project.create(text)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> Project.open(folder.resolve("none"))).isInstanceOf(InputException.class);
    }

    @Test
    void aProjectThatIsOpenIsNotOpenedTwice() {
        Path file = folder.resolve("a.ionscape");
        try (Project first = Project.create(file)) {
            assertThat(first.runs()).isEmpty();
            assertThatThrownBy(() -> Project.open(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("open in another window");
            assertThat(Project.isFree(file)).isFalse();
        }
        assertThat(Project.isFree(file)).isTrue();
    }

    @Test
    void aProjectOpenElsewhereCanBeLookedAtInACopyThatKeepsNothing() {
        Path file = folder.resolve("a.ionscape");
        try (Project first = Project.create(file)) {
            first.addRuns(List.of(run("800K")));
            try (Project copy = Project.openCopy(file)) {
                assertThat(copy.access()).isEqualTo(Project.Access.COPY);
                assertThat(copy.file()).isEqualTo(file);
                copy.addRuns(List.of(run("900K")));
                assertThat(copy.runs()).hasSize(2);
            }
            assertThat(first.runs()).hasSize(1);
        }
    }

    @Test
    void aDatabaseOfAnotherProgramOrOfANewerFormIsNotAlteredByOneByte() throws Exception {
        for (String mark : List.of("application_id = 7", "application_id = 1229934163; PRAGMA user_version = 99")) {
            Path file = folder.resolve("other" + mark.length() + ".db");
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = other.createStatement()) {
                statement.executeUpdate("CREATE TABLE theirs (x); PRAGMA " + mark);
            }
            byte[] before = Files.readAllBytes(file);
            assertThatThrownBy(() -> Project.open(file)).isInstanceOf(InputException.class);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
    }

    @Test
    void whatIsOnTheDiskAfterEveryChangeIsAWholeProjectWithThatChange() throws IOException {
        Path file = folder.resolve("a.ionscape");
        try (Project project = Project.create(file)) {
            for (int i = 0; i < 5; i++) {
                project.addRuns(List.of(run(i + "00K")));
                Path crashed = folder.resolve("crashed" + i + ".ionscape");
                Files.copy(file, crashed);
                Files.copy(Path.of(file + "-wal"), Path.of(crashed + "-wal"));
                try (Project found = Project.open(crashed)) {
                    assertThat(found.runs()).hasSize(i + 1);
                }
            }
        }
    }

    @Test
    void aProjectOfTheFirstFormIsBroughtUpToDateAndKeepsWhatItHolds() throws Exception {
        Path file = folder.resolve("old.ionscape");
        String frozen =
                new String(ProjectTest.class.getResourceAsStream("form1.sql").readAllBytes(), StandardCharsets.UTF_8);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String one : frozen.split(";\\s*\n")) {
                statement.execute(one);
            }
        }
        try (Project project = Project.open(file)) {
            ProjectRun run = project.runs().getFirst();
            assertThat(run.info().compound()).isEqualTo("NaCl");
            assertThat(run.settings()).isEqualTo("{\"temperatureK\":850}");
            assertThat(project.result(run.id(), "{}")).map(StoredResult::json).contains("{\"d\":1}");
            project.name(run.id(), Naming.NONE.withCompound(Optional.of("salt")));
        }
        try (Project project = Project.open(file)) {
            assertThat(project.runs().getFirst().info().compound()).isEqualTo("salt");
        }
    }

    @Test
    void aProjectOfANewerFormIsRefusedInWordsAndLeftAsItIs() throws Exception {
        Path file = folder.resolve("newer.ionscape");
        Project.create(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Project.open(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("newer Ionscape");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void joinedRunsAreOneAndComeApartAgain() {
        try (Project project = Project.create(folder.resolve("a.ionscape"))) {
            List<ProjectRun> added = project.addRuns(List.of(run("run1"), run("run2")));
            project.join(added.getFirst().id(), List.of(added.getLast().id()));
            assertThat(project.runs()).singleElement().satisfies(r -> {
                assertThat(r.info().files()).hasSize(2);
                assertThat(r.info().frames()).hasValue(200);
            });
            assertThat(project.addRuns(List.of(run("run2"))).getFirst().id())
                    .isEqualTo(added.getFirst().id());
            project.separate(added.getFirst().id());
            assertThat(project.runs()).hasSize(2);
        }
    }
}
