package org.ionscape.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.MissingPolicy;
import org.ionscape.stats.cluster.ClusterCounts;
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
 * Classes of rows by k-means on the first scores.
 *
 * @param matrix of the components
 * @param components scores used
 * @param fromK least number of classes
 * @param toK greatest; if it is not {@code fromK}, the k of the greatest mean silhouette is taken
 * @param missing what is done about missing values
 * @param columns keys or symbols of those used; of none, all that statistics are about
 * @param by column whose values the classes are broken down by; if empty the mobile ion, else the family
 */
public record ClusterStep(
        CorrelationMethod matrix,
        int components,
        int fromK,
        int toK,
        MissingPolicy missing,
        List<String> columns,
        Optional<String> by)
        implements Step {
    /** Numbers of classes looked at when one is given, for the curves beside it. */
    private static final int FIRST_K = 2;

    private static final int LAST_K = 10;

    public ClusterStep {
        columns = List.copyOf(columns);
    }

    @Override
    public String command() {
        return "cluster";
    }

    @Override
    public ClusterResult run(Table table, Means means) {
        PcaResult pca = space().run(table, withProgress(means, 0, 0.1));
        double[][] points = pca.pca().firstScores(components);
        int distinct = KMeans.distinct(points);
        if (distinct < fromK) {
            throw TableColumns.refused(fromK + " classes need at least as many different rows; there are " + distinct);
        }
        int first = fromK == toK ? Math.min(FIRST_K, fromK) : fromK;
        int last = Math.min(distinct, fromK == toK ? Math.max(LAST_K, toK) : toK);
        ClusterCounts counts = ClusterCounts.of(
                points,
                first,
                last,
                KMeans.restarts(points.length),
                means.seed(),
                means.service(),
                means.progress().part(0.1, 0.8));
        Gap gap = Gap.of(
                points, counts, means.seed(), means.service(), means.progress().part(0.8, 0.9));
        int k = fromK == toK ? fromK : counts.bySilhouette();
        return chosen(pca, counts, gap, k, table, withProgress(means, 0.9, 1));
    }

    /** The components whose first scores are parted. */
    public PcaStep space() {
        return new PcaStep(matrix, components, missing, columns);
    }

    /** The same analysis with another of the numbers of classes that were looked at. */
    public ClusterResult rechosen(ClusterResult before, int k, Table table, Means means) {
        return chosen(before.pca(), before.counts(), before.gap(), k, table, means);
    }

    private ClusterResult chosen(PcaResult pca, ClusterCounts counts, Gap gap, int k, Table table, Means means) {
        double[][] points = pca.pca().firstScores(components);
        Clusters clusters = counts.of(k).clusters();
        Stability stability = Stability.of(points, clusters, means.seed(), means.service(), means.progress());
        Optional<Clusters> tree = k >= 2 && points.length <= OtherClusters.MOST_ROWS
                ? Optional.of(OtherClusters.hierarchical(points, k))
                : Optional.empty();
        return new ClusterResult(
                pca,
                counts,
                k,
                gap,
                stability,
                tree,
                Composition.of(clusters, categories(table, pca)),
                category(table));
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
