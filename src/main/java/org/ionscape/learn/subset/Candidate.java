package org.ionscape.learn.subset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A subset and its error.
 *
 * @param features numbers of the features, ascending
 * @param rmse in the unit of the target
 */
public record Candidate(List<Integer> features, double rmse) {
    /** Least error first; then the smaller one; then the one whose features come first. */
    static final Comparator<Candidate> ORDER = Comparator.comparingDouble(Candidate::rmse)
            .thenComparingInt(Candidate::size)
            .thenComparing((a, b) -> Arrays.compare(a.numbers(), b.numbers()));

    public Candidate {
        features = List.copyOf(features);
    }

    static Candidate of(int[] features, double rmse) {
        return new Candidate(IntStream.of(features).boxed().toList(), rmse);
    }

    public int size() {
        return features.size();
    }

    /** The numbers of its features. */
    public int[] numbers() {
        return features.stream().mapToInt(i -> i).toArray();
    }

    /** The names of its features. */
    public List<String> names(List<String> of) {
        return features.stream().map(of::get).collect(Collectors.toList());
    }
}
