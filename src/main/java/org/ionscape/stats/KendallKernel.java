package org.ionscape.stats;

import java.util.List;
import org.ionscape.compute.Progress;

/**
 * Kendall's τ_b of all pairs by counting inversions while merging (W. R. Knight, J. Am. Stat. Assoc. 61, 436, 1966), with
 * columns sorted once; cost O(rows log rows) a pair. p from the normal law of the score S with its variance corrected
 * for ties (M. G. Kendall, Rank Correlation Methods, eq. 4.4), as SciPy's {@code kendalltau(method="asymptotic")}.
 */
final class KendallKernel implements Pairs.Kernel {
    private final List<Sample> columns;
    private final Ranks[] ranks;

    KendallKernel(List<Sample> columns) {
        this.columns = columns;
        ranks = columns.stream().map(Ranks::of).toArray(Ranks[]::new);
    }

    @Override
    public void fill(int from, int to, Pairs pairs, Progress progress) {
        KendallScore score = new KendallScore(columns.getFirst().values().length);
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < ranks.length; j++) {
                score.take(ranks[i], ranks[j], columns.get(j));
                pairs.n()[i][j] = score.n();
                pairs.r()[i][j] = score.tau();
                pairs.p()[i][j] = score.p();
                progress.check();
            }
        }
    }
}
