package org.ionscape.stats.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.ionscape.stats.Cases;
import org.junit.jupiter.api.Test;

class KMeansTest {
    private static final ComputeService SERVICE = new ComputeService(2);

    private static double[][] wine() {
        double[][] columns = Cases.columns("kmeans_wine");
        double[][] rows = new double[columns[0].length][columns.length];
        for (int row = 0; row < rows.length; row++) {
            for (int c = 0; c < columns.length; c++) {
                rows[row][c] = columns[c][row];
            }
        }
        return rows;
    }

    /** Three round clouds of 40 rows each, far apart. */
    private static double[][] clouds() {
        SplittableRandom random = new SplittableRandom(9);
        double[][] centres = {{0, 0}, {10, 0}, {0, 10}};
        double[][] points = new double[120][];
        for (int row = 0; row < points.length; row++) {
            double[] centre = centres[row % 3];
            points[row] = new double[] {centre[0] + random.nextGaussian(), centre[1] + random.nextGaussian()};
        }
        return points;
    }

    private static ClusterCounts counts(double[][] points, int threads) {
        try (ComputeService service = new ComputeService(threads)) {
            return ClusterCounts.of(points, 2, 10, KMeans.restarts(points.length), 0, service, Progress.NONE);
        }
    }

    @Test
    void agreesWithScikitLearn() {
        ClusterCounts got = counts(wine(), 2);
        JsonNode values = Cases.expected("kmeans_wine").get("values");
        for (int k = 2; k <= 10; k++) {
            JsonNode want = values.get("k").get(Integer.toString(k));
            double inertia = want.get("inertia").asDouble();
            if (!want.get("stable").asBoolean()) {
                assertThat(got.of(k).clusters().inertia()).isLessThan(inertia * 1.01);
                continue;
            }
            assertThat(got.of(k).clusters().inertia()).isCloseTo(inertia, within(1e-8 * inertia));
            assertThat(got.of(k).silhouette().mean())
                    .isCloseTo(want.get("mean_silhouette").asDouble(), within(1e-7));
            if (want.has("labels_first_appearance")) {
                int[] labels = got.of(k).clusters().labels();
                for (int row = 0; row < labels.length; row++) {
                    assertThat(labels[row])
                            .isEqualTo(
                                    want.get("labels_first_appearance").get(row).asInt());
                }
            }
        }
        assertThat(got.bySilhouette())
                .isEqualTo(values.get("k_of_max_silhouette").asInt());
        assertThat(got.byElbow())
                .isEqualTo(values.get("elbow_max_distance_normalised").asInt());
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        ClusterCounts one = counts(wine(), 1);
        ClusterCounts three = counts(wine(), 3);
        for (int k = 2; k <= 10; k++) {
            assertThat(one.of(k).clusters().labels())
                    .isEqualTo(three.of(k).clusters().labels());
            assertThat(one.of(k).clusters().inertia())
                    .isEqualTo(three.of(k).clusters().inertia());
        }
    }

    @Test
    void everyIdeaOfAClassFindsThreeClouds() {
        double[][] points = clouds();
        ClusterCounts counts = counts(points, 2);
        assertThat(counts.bySilhouette()).isEqualTo(3);
        assertThat(counts.byElbow()).isEqualTo(3);
        assertThat(Gap.of(points, counts, 0, SERVICE, Progress.NONE).k()).isEqualTo(3);
        int[] truth = new int[points.length];
        Arrays.setAll(truth, row -> row % 3);
        assertThat(counts.of(3).clusters().labels()).isEqualTo(truth);
        assertThat(OtherClusters.hierarchical(points, 3, 3).getFirst().labels()).isEqualTo(truth);
        assertThat(OtherClusters.dense(points, 5, 2).k()).isEqualTo(3);
        int[] dense = OtherClusters.dense(points, 5).labels();
        for (int row = 0; row < dense.length; row++) {
            assertThat(dense[row]).isIn(truth[row], Clusters.NOISE);
        }
        assertThat(Arrays.stream(Stability.of(points, counts.of(3).clusters(), 0, SERVICE, Progress.NONE)
                                .perCluster())
                        .min()
                        .orElseThrow())
                .isGreaterThan(0.99);
    }

    @Test
    void aClassThatIsNotThereDoesNotComeBack() {
        double[][] points = clouds();
        Clusters four = KMeans.of(points, 4, KMeans.restarts(points.length), 0, SERVICE, Progress.NONE);
        assertThat(Arrays.stream(Stability.of(points, four, 0, SERVICE, Progress.NONE)
                                .perCluster())
                        .min()
                        .orElseThrow())
                .isLessThan(0.75);
    }

    @Test
    void moreClassesThanDifferentRowsAreRefused() {
        double[][] points = {{1, 1}, {1, 1}, {2, 2}, {2, 2}};
        assertThat(KMeans.of(points, 2, 5, 0, SERVICE, Progress.NONE).inertia()).isZero();
        assertThatThrownBy(() -> KMeans.of(points, 3, 5, 0, SERVICE, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are 2");
    }

    @Test
    void silhouettesOfAPairOfPairsAreKnown() {
        double[][] points = {{0}, {1}, {10}, {11}};
        Silhouette s = Silhouette.of(points, Clusters.of(points, new int[] {0, 0, 1, 1}), 0, SERVICE, Progress.NONE);
        assertThat(s.perRow()[0]).isCloseTo((10.5 - 1) / 10.5, within(1e-15));
        assertThat(s.perRow()[1]).isCloseTo((9.5 - 1) / 9.5, within(1e-15));
    }

    @Test
    void likeColumnsStandTogetherInTheOrderOfTheTree() {
        double[][] r = {
            {1, 0.1, 0.9, 0.1, Double.NaN},
            {0.1, 1, 0.1, -0.8, Double.NaN},
            {0.9, 0.1, 1, 0.1, Double.NaN},
            {0.1, -0.8, 0.1, 1, Double.NaN},
            {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN}
        };
        List<Integer> order = Arrays.stream(OtherClusters.order(r)).boxed().toList();
        assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(Math.abs(order.indexOf(0) - order.indexOf(2))).isEqualTo(1);
        assertThat(Math.abs(order.indexOf(1) - order.indexOf(3))).isEqualTo(1);
    }

    @Test
    void compositionCountsTheCategoriesOfEachClass() {
        Clusters clusters = new Clusters(new int[] {0, 1, 1, Clusters.NOISE, 0}, new double[2][1], 0);
        Composition composition = Composition.of(clusters, List.of("Li", "Na", "Li", "Li", ""));
        assertThat(composition.categories()).containsExactly("Li", "Na", Composition.UNKNOWN);
        assertThat(composition.counts()).isDeepEqualTo(new int[][] {{1, 0, 1}, {1, 1, 0}});
    }
}
