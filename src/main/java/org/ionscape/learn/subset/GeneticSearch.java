package org.ionscape.learn.subset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;

/**
 * A genetic search (Holland 1975): the better of two drawn at random become parents, a child takes each feature from
 * either of two, some features flip; the best tenth lives on. Every subset is scored once, however often it is bred.
 *
 * @param seed of the breeding; the scores have their own
 */
record GeneticSearch(int features, int largest, int kept, long seed) implements SubsetSearch {
    private static final int GENERATIONS = 40;

    @Override
    public Found run(SubsetScores scores, ComputeService service, Progress progress, Consumer<List<Candidate>> best) {
        long begun = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        int size = Math.clamp(4L * features, 40, 200);
        Counter counter = new Counter(0, (long) GENERATIONS * size);
        Leaders leaders = new Leaders(features, kept);
        Map<BitSet, Candidate> known = new LinkedHashMap<>();
        Set<BitSet> young = new LinkedHashSet<>();
        for (int k = 0; k < size; k++) {
            young.add(limited(random(random), random));
        }
        List<BitSet> population = List.of();
        for (int generation = 0; generation < GENERATIONS; generation++) {
            List<BitSet> alive = new ArrayList<>(young);
            List<int[]> fresh = alive.stream()
                    .filter(s -> !known.containsKey(s))
                    .map(s -> s.stream().toArray())
                    .toList();
            counter.count(size - (long) fresh.size(), progress);
            for (Candidate c : SubsetSearch.score(fresh, scores, service, progress, counter)) {
                leaders.offer(c.numbers(), c.rmse());
                known.put(set(c.numbers()), c);
            }
            alive.sort((a, b) -> Candidate.ORDER.compare(known.get(a), known.get(b)));
            population = alive;
            counter.best(leaders.first());
            best.accept(leaders.best());
            young = bred(population, size, random);
        }
        return new Found(known.size(), leaders, (System.nanoTime() - begun) / 1e9);
    }

    /** The next generation of a population that is sorted, the best first. */
    private Set<BitSet> bred(List<BitSet> population, int size, SplittableRandom random) {
        Set<BitSet> next = new LinkedHashSet<>(population.subList(0, Math.max(1, population.size() / 10)));
        for (int attempt = 0; next.size() < size && attempt < 4 * size; attempt++) {
            BitSet one = parent(population, random);
            BitSet other = parent(population, random);
            BitSet child = new BitSet(features);
            for (int f = 0; f < features; f++) {
                boolean has = random.nextBoolean() ? one.get(f) : other.get(f);
                child.set(f, has ^ random.nextInt(features) == 0);
            }
            next.add(limited(child, random));
        }
        return next;
    }

    private static BitSet parent(List<BitSet> sorted, SplittableRandom random) {
        return sorted.get(Math.min(random.nextInt(sorted.size()), random.nextInt(sorted.size())));
    }

    private BitSet random(SplittableRandom random) {
        BitSet subset = new BitSet(features);
        double share = random.nextDouble();
        for (int f = 0; f < features; f++) {
            subset.set(f, random.nextDouble() < share);
        }
        return subset;
    }

    /** Not empty and not too large. */
    private BitSet limited(BitSet subset, SplittableRandom random) {
        while (subset.cardinality() > largest) {
            int[] members = subset.stream().toArray();
            subset.clear(members[random.nextInt(members.length)]);
        }
        if (subset.isEmpty()) {
            subset.set(random.nextInt(features));
        }
        return subset;
    }

    private static BitSet set(int[] numbers) {
        BitSet set = new BitSet();
        for (int f : numbers) {
            set.set(f);
        }
        return set;
    }
}
