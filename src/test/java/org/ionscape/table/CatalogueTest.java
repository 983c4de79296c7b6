package org.ionscape.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void theStudyOfSixtyOneConductorsHas54DescriptorsInThreeCategories() {
        assertThat(Catalogue.lopez().descriptors()).hasSize(54);
        assertThat(Catalogue.lopez().descriptors().values().stream()
                        .collect(Collectors.groupingBy(Descriptor::category, Collectors.counting())))
                .containsEntry("mechanical–elastic", 13L)
                .containsEntry("diffusive–vibrational", 23L)
                .containsEntry("structural–compositional", 18L);
    }

    @Test
    void theStudyOfAntiPerovskitesHas44DescriptorsAndATarget() {
        assertThat(Catalogue.kim().descriptors()).hasSize(45).containsKey("E_a");
    }

    @Test
    void noSymbolStandsForTwoDescriptorsOfAStudy() {
        for (Catalogue catalogue : List.of(Catalogue.lopez(), Catalogue.kim())) {
            assertThat(catalogue.descriptors().values().stream().map(Descriptor::alias))
                    .doesNotHaveDuplicates();
            assertThat(catalogue.descriptors().values().stream().map(Descriptor::symbol))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aColumnIsFoundByKeyAndBySymbol() {
        Table table = new Table(
                "run", List.of("a"), List.of(new Column.NumberColumn("omega30_mean_mobile", "meV", new double[] {1})));
        for (String name : List.of("omega30_mean_mobile", "omega30_d", "⟨ω30⟩d", "⟨*ω*_{30}⟩^{d}")) {
            assertThat(Catalogue.all().resolve(name, table)).contains("omega30_mean_mobile");
        }
        assertThat(Catalogue.all().resolve("omega30", table)).isEmpty();
    }
}
