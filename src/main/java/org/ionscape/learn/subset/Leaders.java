package org.ionscape.learn.subset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The best subsets of each size seen so far: what a search remembers of the many it has tried. The same subsets lead
 * whatever order they were offered in.
 */
final class Leaders {
    private final int most;
    private final int features;
    private final List<TreeSet<Candidate>> bySize = new ArrayList<>();

    /**
     * Nobody yet.
     *
     * @param most kept of each size; single features are all kept
     */
    Leaders(int features, int most) {
        this.most = most;
        this.features = features;
        for (int k = 0; k <= features; k++) {
            bySize.add(new TreeSet<>(Candidate.ORDER));
        }
    }

    private int most(int size) {
        return size == 1 ? Math.max(most, features) : most;
    }

    /** Takes note of a subset; one without a finite error is nobody. */
    void offer(int[] subset, double rmse) {
        if (!Double.isFinite(rmse)) {
            return;
        }
        TreeSet<Candidate> same = bySize.get(subset.length);
        if (same.size() < most(subset.length) || rmse <= same.last().rmse()) {
            offer(Candidate.of(subset, rmse));
        }
    }

    void offer(Candidate candidate) {
        TreeSet<Candidate> same = bySize.get(candidate.size());
        same.add(candidate);
        if (same.size() > most(candidate.size())) {
            same.pollLast();
        }
    }

    void offer(Leaders others) {
        others.all().forEach(this::offer);
    }

    /** Those of one size, best first. */
    List<Candidate> ofSize(int size) {
        return List.copyOf(bySize.get(size));
    }

    /** All that are kept, by size, best first. */
    List<Candidate> all() {
        return bySize.stream().flatMap(TreeSet::stream).toList();
    }

    /** The best of each size there is. */
    List<Candidate> best() {
        return bySize.stream().filter(s -> !s.isEmpty()).map(TreeSet::first).toList();
    }

    Optional<Candidate> first() {
        return best().stream().min(Candidate.ORDER);
    }
}
