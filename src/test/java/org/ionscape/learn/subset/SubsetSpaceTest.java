package org.ionscape.learn.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ionscape.compute.InputException;
import org.junit.jupiter.api.Test;

class SubsetSpaceTest {
    @Test
    void everySubsetHasOneNumber() {
        SubsetSpace space = new SubsetSpace(9, 9);
        assertThat(space.size()).isEqualTo(511);
        Set<List<Integer>> seen = new HashSet<>();
        for (long n = 0; n < space.size(); n++) {
            List<Integer> subset = IntStream.of(space.subset(n)).boxed().toList();
            assertThat(subset).isSorted().doesNotHaveDuplicates().allMatch(f -> f >= 0 && f < 9);
            seen.add(subset);
        }
        assertThat(seen).hasSize(511);
    }

    @Test
    void ofTwentyFeaturesThereAreAMillion() {
        assertThat(new SubsetSpace(20, 20).size()).isEqualTo(1_048_575);
    }

    @Test
    void aLimitOfSizeLeavesOutTheLargerOnes() {
        SubsetSpace space = new SubsetSpace(54, 3);
        assertThat(space.size()).isEqualTo(54 + 1431 + 24_804);
        Set<List<Integer>> seen = new HashSet<>();
        for (long n = 0; n < space.size(); n++) {
            seen.add(IntStream.of(space.subset(n)).boxed().toList());
        }
        assertThat(seen).hasSize(26_289).allMatch(s -> s.size() <= 3);
    }

    @Test
    void theFirstHundredthHoldsSubsetsOfTheSizesOfTheWhole() {
        SubsetSpace space = new SubsetSpace(16, 16);
        List<Integer> sizes = new ArrayList<>();
        for (long n = 0; n < space.size() / 100; n++) {
            sizes.add(space.subset(n).length);
        }
        assertThat(sizes.stream().mapToInt(k -> k).average().orElseThrow()).isBetween(7.7, 8.3);
    }

    @Test
    void soManyThatTheyWouldTakeYearsAreRefused() {
        assertThatThrownBy(() -> new SubsetSpace(54, 54))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--max-size");
    }
}
