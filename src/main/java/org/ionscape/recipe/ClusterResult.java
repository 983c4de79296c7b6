package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionscape.compute.Problem;
import org.ionscape.stats.cluster.ClusterCounts;
import org.ionscape.stats.cluster.ClusterMethod;
import org.ionscape.stats.cluster.Clusters;
import org.ionscape.stats.cluster.Composition;
import org.ionscape.stats.cluster.Gap;
import org.ionscape.stats.cluster.Silhouette;
import org.ionscape.stats.cluster.Stability;

/**
 * Classes of rows.
 *
 * @param method that found them
 * @param pca whose first scores were parted
 * @param counts the classes for every k looked at
 * @param k chosen
 * @param gap statistic for every k, of k-means only
 * @param stability of the classes chosen
 * @param tree as many classes by Ward's tree, to compare those of k-means with
 * @param composition of the classes chosen
 * @param by column of the composition, if the table has one
 * @param radius that DBSCAN took for near
 */
public record ClusterResult(
        ClusterMethod method,
        PcaResult pca,
        ClusterCounts counts,
        int k,
        Optional<Gap> gap,
        Stability stability,
        Optional<Clusters> tree,
        Composition composition,
        Optional<String> by,
        Optional<Double> radius)
        implements StepResult {
    private static final double DOUBTFUL = 0.6;

    /** The classes chosen. */
    public Clusters clusters() {
        return counts.of(k).clusters();
    }

    /** Rows that belong to no class. */
    public int noise() {
        return clusters().labels().length
                - java.util.Arrays.stream(clusters().sizes()).sum();
    }

    private record OfK(int k, double inertia, double silhouette, double gap, double gapError) {}

    @Override
    public Map<String, Object> numbers() {
        Map<String, Object> json = new LinkedHashMap<>();
        List<OfK> perK = new ArrayList<>();
        for (ClusterCounts.OfK one : counts.perK()) {
            perK.add(new OfK(
                    one.k(),
                    one.clusters().inertia(),
                    one.silhouette().mean(),
                    gap.map(g -> g.gap()[one.k() - g.firstK()]).orElse(Double.NaN),
                    gap.map(g -> g.error()[one.k() - g.firstK()]).orElse(Double.NaN)));
        }
        json.put("method", method.label());
        radius.ifPresent(r -> json.put("radius", r));
        json.put("perK", perK);
        json.put("k", k);
        json.put("kBySilhouette", counts.bySilhouette());
        json.put("kByElbow", counts.byElbow());
        json.put("kByGap", gap.map(Gap::k));
        json.put("labels", clusters().labels());
        json.put("noise", noise());
        json.put("silhouettes", counts.of(k).silhouette().perRow());
        json.put("centroids", clusters().centroids());
        json.put("stability", stability.perCluster());
        json.put("hierarchicalLabels", tree.map(Clusters::labels));
        json.put("compositionBy", by);
        json.put("categories", composition.categories());
        json.put("composition", composition.counts());
        json.put("rows", pca.rowNames());
        return json;
    }

    private Optional<Problem> doubtful() {
        List<String> classes = IntStream.range(0, k)
                .filter(c -> stability.perCluster()[c] < DOUBTFUL)
                .mapToObj(c ->
                        String.format(Locale.ROOT, "%d (%.2f)", c + 1, stability.perCluster()[c]))
                .toList();
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Problem.of("take with doubt, because they hardly come back in resampled rows (similarity): "
                                + (classes.size() == 1 ? "class " : "classes ") + TableColumns.some(classes)));
    }

    @Override
    public List<NamedFigure> figures() {
        return ClusterFigures.of(this);
    }

    @Override
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>(pca.warnings());
        if (k == 0) {
            warnings.add(Problem.of("no place is dense enough for a class: every row stands alone; ask for fewer rows a"
                    + " class or a larger radius"));
        } else if (noise() > 0) {
            warnings.add(Problem.of(noise() + (noise() == 1 ? " row belongs" : " rows belong") + " to no class"));
        }
        if (k > 1 && k == clusters().labels().length) {
            warnings.add(Problem.of("every class is a single row; there are as many classes as rows"));
        }
        doubtful().ifPresent(warnings::add);
        Silhouette silhouette = counts.of(k).silhouette();
        if (k > 1 && silhouette.judged() < clusters().labels().length - noise()) {
            warnings.add(Problem.of("silhouettes are of " + silhouette.judged() + " rows drawn at random"));
        }
        return warnings;
    }
}
