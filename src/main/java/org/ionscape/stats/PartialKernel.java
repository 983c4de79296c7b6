package org.ionscape.stats;

import java.util.List;
import org.ionscape.compute.Progress;

/** First-order partial correlations given one more column, on the rows that all three have. */
record PartialKernel(List<Sample> columns, double[] given, CorrelationMethod method) implements Pairs.Kernel {
    @Override
    public void fill(int from, int to, Pairs pairs, Progress progress) {
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                PairStatistics.Partial found = PairStatistics.partial(
                        columns.get(i).values(), columns.get(j).values(), given, method);
                pairs.r()[i][j] = found.r();
                pairs.p()[i][j] = found.p();
                pairs.n()[i][j] = found.n();
                progress.check();
            }
        }
    }
}
