package org.ionscape.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Structure;
import org.ionscape.format.vasp.Poscar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Symmetry and neighbours held against spglib 2.0.2 and pymatgen for crystals of all systems: centred, primitive,
 * supercells, skewed, strained, noisy. Where that program's own answer depends on the tolerance nothing is asked.
 */
class SymmetryReferenceTest {
    /** The small cases, which lie beside this test, and all of them where they are at hand. */
    static Stream<Path> folders() throws URISyntaxException {
        Path small = Path.of(
                        SymmetryReferenceTest.class.getResource("expected.json").toURI())
                .getParent();
        Path all = Path.of(System.getProperty("ionscape.reference", "absent"), "08_symmetry");
        return Stream.of(small, all).filter(f -> Files.exists(f.resolve("expected.json")));
    }

    private static JsonNode expected(Path folder) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("expected.json").toFile())
                .get("values");
    }

    private static Structure crystal(Path folder, String name) {
        return Poscar.read(folder.resolve(name + ".vasp")).structure();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void findsTheGroupAndOperationsOfEveryCrystal(Path folder) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (var crystal : expected(folder).properties()) {
            for (var tolerance : crystal.getValue().get("symprec").properties()) {
                JsonNode want = tolerance.getValue();
                if (want.get("robust").asBoolean()) {
                    Symmetry got = SymmetrySearch.search(
                            crystal(folder, crystal.getKey()), Double.parseDouble(tolerance.getKey()), Progress.NONE);
                    softly.assertThat(List.of(
                                    got.spaceGroup().number(),
                                    got.spaceGroup().symbol(),
                                    got.spaceGroup().pointGroup().symbol(),
                                    got.spaceGroup().pointGroup().system().label(),
                                    got.operations().size(),
                                    got.pureTranslations(),
                                    got.sites()))
                            .as(crystal.getKey() + " at " + tolerance.getKey())
                            .isEqualTo(List.of(
                                    want.get("space_group_number").asInt(),
                                    want.get("international").asText(),
                                    want.get("point_group").asText(),
                                    want.get("crystal_system").asText(),
                                    want.get("n_operations_given_cell").asInt(),
                                    want.get("n_pure_translations").asInt(),
                                    want.get("n_inequivalent_sites").asInt()));
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void findsTheNeighboursOfEveryCrystal(Path folder) throws IOException {
        for (var crystal : expected(folder).properties()) {
            JsonNode want = crystal.getValue().get("nearest_neighbours").get("other_species_only");
            List<String> mobile = List.of(crystal.getValue().get("mobile").asText());
            Optional<Neighbours> found = Neighbours.of(crystal(folder, crystal.getKey()), mobile, Progress.NONE);
            assertThat(found.isPresent()).as(crystal.getKey()).isEqualTo(!want.isNull());
            if (found.isEmpty()) {
                continue;
            }
            Neighbours got = found.get();
            double shortest = want.get("shortest_mean").asDouble();
            assertThat(got.shortestA()).as(crystal.getKey()).isCloseTo(shortest, within(1e-7 * shortest));
            if (want.get("closest_ratio_to_1p2").asDouble() > 1e-4) {
                double mean = want.get("mean_distance").asDouble();
                assertThat(got.number())
                        .as(crystal.getKey())
                        .isCloseTo(want.get("number_mean").asDouble(), within(1e-7));
                assertThat(got.meanA()).as(crystal.getKey()).isCloseTo(mean, within(1e-7 * mean));
            }
        }
    }
}
