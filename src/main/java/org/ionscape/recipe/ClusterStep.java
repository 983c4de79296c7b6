package org.ionscape.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.MissingPolicy;
import org.ionscape.stats.cluster.ClusterCounts;
import org.ionscape.stats.cluster.ClusterMethod;
import org.ionscape.stats.cluster.Clusters;
import org.ionscape.stats.cluster.Composition;
import org.ionscape.stats.cluster.Gap;
import org.ionscape.stats.cluster.KMeans;
import org.ionscape.stats.cluster.OtherClusters;
import org.ionscape.stats.cluster.Stability;
import org.ionscape.table.Column;
import org.ionscape.table.Table;
import org.ionscape.table.Variables;

/**
 * Classes of rows on their first scores.
 *
 * @param method that finds them
 * @param matrix of the components
 * @param components scores used
 * @param fromK least number of classes, where it is asked for
 * @param toK greatest; if it is not {@code fromK}, the k of the greatest mean silhouette is taken
 * @param density what is dense, for methods that find the number of classes
 * @param missing what is done about missing values
 * @param columns keys or symbols of those used; of none, all that statistics are about
 * @param by column whose values the classes are broken down by; if empty the mobile ion, else the family
 */
public record ClusterStep(
        ClusterMethod method,
        CorrelationMethod matrix,
        int components,
        int fromK,
        int toK,
        Density density,
        MissingPolicy missing,
        List<String> columns,
        Optional<String> by)
        implements Step {
    /** Numbers of classes looked at when one is given, for the curves beside it. */
    private static final int FIRST_K = 2;

    private static final int LAST_K = 10;

    /**
     * What is dense.
     *
     * @param rows that make a class (HDBSCAN), or that a row needs near it (DBSCAN)
     * @param radius that is near, for DBSCAN; of none, one that holds as many rows around nine rows of ten
     */
    public record Density(int rows, Optional<Double> radius) {
        public static final Density USUAL = new Density(5, Optional.empty());

        public Density {
            radius = Objects.requireNonNullElse(radius, Optional.empty());
        }
    }

    public ClusterStep {
        method = Objects.requireNonNullElse(method, ClusterMethod.K_MEANS);
        density = Objects.requireNonNullElse(density, Density.USUAL);
        columns = List.copyOf(Objects.requireNonNullElse(columns, List.of()));
        by = Objects.requireNonNullElse(by, Optional.empty());
    }

    /** Classes by k-means of all columns, medians in the place of what is missing. */
    public static ClusterStep kMeans(CorrelationMethod matrix, int components, int fromK, int toK) {
        return new ClusterStep(
                ClusterMethod.K_MEANS,
                matrix,
                components,
                fromK,
                toK,
                Density.USUAL,
                MissingPolicy.MEDIAN,
                List.of(),
                Optional.empty());
    }

    @Override
    public String command() {
        return "cluster";
    }

    @Override
    public ClusterResult run(Table table, Means means) {
        PcaResult pca = space().run(table, withProgress(means, 0, 0.1));
        double[][] points = pca.pca().firstScores(components);
        if (method != ClusterMethod.K_MEANS && points.length > OtherClusters.MOST_ROWS) {
            throw TableColumns.refused(method.words() + " takes up to " + OtherClusters.MOST_ROWS + " rows; there are "
                    + points.length + ", choose k-means");
        }
        Found found = method.isCounted() ? counted(points, means) : dense(points, means);
        return chosen(pca, found, table, withProgress(means, 0.9, 1));
    }

    /** The components whose first scores are parted. */
    public PcaStep space() {
        return new PcaStep(matrix, components, missing, columns);
    }

    /** Classes before they are judged. */
    private record Found(ClusterCounts counts, int k, Optional<Gap> gap, Optional<Double> radius) {}

    private Found counted(double[][] points, Means means) {
        int distinct = KMeans.distinct(points);
        if (distinct < fromK) {
            throw TableColumns.refused(fromK + " classes need at least as many different rows; there are " + distinct);
        }
        int first = fromK == toK ? Math.min(FIRST_K, fromK) : fromK;
        int last = Math.min(distinct, fromK == toK ? Math.max(LAST_K, toK) : toK);
        Means most = withProgress(means, 0.1, 0.8);
        boolean byMeans = method == ClusterMethod.K_MEANS;
        ClusterCounts counts = byMeans
                ? ClusterCounts.of(
                        points,
                        first,
                        last,
                        KMeans.restarts(points.length),
                        most.seed(),
                        most.service(),
                        most.progress())
                : ClusterCounts.judged(
                        points,
                        OtherClusters.hierarchical(points, first, last),
                        most.seed(),
                        most.service(),
                        most.progress());
        Optional<Gap> gap = byMeans
                ? Optional.of(Gap.of(
                        points,
                        counts,
                        means.seed(),
                        means.service(),
                        means.progress().part(0.8, 0.9)))
                : Optional.empty();
        return new Found(counts, fromK == toK ? fromK : counts.bySilhouette(), gap, Optional.empty());
    }

    private Found dense(double[][] points, Means means) {
        if (points.length < Math.max(2, density.rows())) {
            throw TableColumns.refused(method.words() + " with at least " + density.rows()
                    + " rows a class needs as many rows; there are " + points.length);
        }
        Optional<Double> radius = method == ClusterMethod.HDBSCAN
                ? Optional.empty()
                : density.radius()
                        .or(() -> Optional.of(OtherClusters.radius(points, density.rows(), means.progress())));
        ClusterCounts counts = ClusterCounts.judged(
                points,
                List.of(parted(points, radius)),
                means.seed(),
                means.service(),
                means.progress().part(0.1, 0.9));
        return new Found(counts, counts.perK().getFirst().k(), Optional.empty(), radius);
    }

    private Clusters parted(double[][] points, Optional<Double> radius) {
        return radius.map(r -> OtherClusters.dense(points, density.rows(), r))
                .orElseGet(() -> OtherClusters.dense(points, density.rows()));
    }

    /** The same analysis with another of the numbers of classes that were looked at. */
    public ClusterResult rechosen(ClusterResult before, int k, Table table, Means means) {
        return chosen(before.pca(), new Found(before.counts(), k, before.gap(), before.radius()), table, means);
    }

    private ClusterResult chosen(PcaResult pca, Found found, Table table, Means means) {
        double[][] points = pca.pca().firstScores(components);
        Clusters clusters = found.counts().of(found.k()).clusters();
        Optional<Clusters> tree =
                method == ClusterMethod.K_MEANS && found.k() >= 2 && points.length <= OtherClusters.MOST_ROWS
                        ? Optional.of(OtherClusters.hierarchical(points, found.k(), found.k())
                                .getFirst())
                        : Optional.empty();
        return new ClusterResult(
                method,
                pca,
                found.counts(),
                found.k(),
                found.gap(),
                stability(points, clusters, found, means),
                tree,
                Composition.of(clusters, categories(table, pca)),
                category(table),
                found.radius());
    }

    private Stability stability(double[][] points, Clusters clusters, Found found, Means means) {
        return method == ClusterMethod.K_MEANS
                ? Stability.of(points, clusters, means.seed(), means.service(), means.progress())
                : Stability.ofHalves(
                        points,
                        clusters,
                        drawn -> again(drawn, found),
                        means.seed(),
                        means.service(),
                        means.progress());
    }

    private int[] again(double[][] drawn, Found found) {
        if (method != ClusterMethod.WARD) {
            return drawn.length < Math.max(2, density.rows())
                    ? new int[drawn.length]
                    : parted(drawn, found.radius()).labels();
        }
        int k = Math.min(found.k(), drawn.length);
        return drawn.length < 2
                ? new int[drawn.length]
                : OtherClusters.hierarchical(drawn, k, k).getFirst().labels();
    }

    private static Means withProgress(Means means, double from, double to) {
        return new Means(means.seed(), means.service(), means.progress().part(from, to));
    }

    private Optional<String> category(Table table) {
        return by.or(() -> Variables.categories(table).stream().findFirst().map(Column::key));
    }

    private List<String> categories(Table table, PcaResult pca) {
        Optional<Column> column = category(table)
                .map(key ->
                        table.column(key).orElseThrow(() -> TableColumns.refused("no column is called “" + key + "”")));
        return Arrays.stream(pca.pca().data().rows())
                .mapToObj(row -> column.map(c -> c.text(row)).orElse(""))
                .toList();
    }
}
