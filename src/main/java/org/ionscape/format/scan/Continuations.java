package org.ionscape.format.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;

/**
 * Proposes which runs are parts of one simulation: siblings numbered one after the other ({@code run1}, {@code run2} …)
 * of the same atoms, where the first frame of each follows from the last of the one before by an ordinary step. Only a
 * proposal: whether to join is for the person to say.
 */
public final class Continuations {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,9})([^0-9]*)");

    /**
     * What follows what.
     *
     * @param chains of two runs or more, each in the order of time
     * @param gaps where a run of a series that otherwise continues does not follow the one before it
     */
    public record Found(List<List<RunInfo>> chains, List<Problem> gaps) {
        public Found {
            chains = List.copyOf(chains);
            gaps = List.copyOf(gaps);
        }
    }

    private final List<List<RunInfo>> chains = new ArrayList<>();
    private final List<Problem> gaps = new ArrayList<>();

    private Continuations() {}

    /**
     * Chains and gaps among runs. Reads the trajectories of all runs that are numbered; runs that cannot be read are
     * left out.
     */
    public static Found find(List<RunInfo> runs, Progress progress) {
        Map<Series, List<Numbered>> series = new LinkedHashMap<>();
        for (RunInfo run : runs) {
            number(run)
                    .ifPresent(n -> series.computeIfAbsent(Series.of(run, n), s -> new ArrayList<>())
                            .add(n));
        }
        series.values().removeIf(s -> s.size() < 2);
        Continuations found = new Continuations();
        int done = 0;
        for (List<Numbered> members : series.values()) {
            progress.report(done++, series.size(), "series");
            members.sort((a, b) -> Long.compare(a.number, b.number));
            found.look(members, progress);
        }
        return new Found(found.chains, found.gaps);
    }

    private void look(List<Numbered> members, Progress progress) {
        List<RunInfo> chain = new ArrayList<>();
        List<Problem> jumps = new ArrayList<>();
        int before = chains.size();
        Seam seam = new Seam(members.getFirst().run.atoms());
        for (int i = 0; i < members.size(); i++) {
            RunInfo run = members.get(i).run;
            boolean next = i > 0 && members.get(i).number == members.get(i - 1).number + 1;
            progress.check();
            try (LoadedTrajectory loaded = TrajectoryFiles.read(run.files(), run.hints(), Progress.NONE)) {
                boolean gap = seam.follow(loaded.trajectory()) == Seam.Kind.GAP;
                if (next && gap && !chain.isEmpty()) {
                    jumps.add(jump(run, chain.getLast()));
                }
                if (!next || gap) {
                    keep(chain);
                }
                chain.add(run);
            } catch (InputException e) { // it is told where it is analysed; here it only ends a chain
                keep(chain);
                seam = new Seam(run.atoms());
            }
        }
        keep(chain);
        if (chains.size() > before) { // else they are replicas, which were never meant to follow one another
            gaps.addAll(jumps);
        }
    }

    private static Problem jump(RunInfo run, RunInfo before) {
        return Problem.of(
                run.path(),
                Seam.GAP_MESSAGE + ": it does not continue " + before.path().getFileName()
                        + ", so the two are not joined");
    }

    private void keep(List<RunInfo> chain) {
        if (chain.size() > 1) {
            chains.add(List.copyOf(chain));
        }
        chain.clear();
    }

    private static Optional<Numbered> number(RunInfo run) {
        Path name = run.path().getFileName();
        Matcher matcher = NUMBERED.matcher(name == null ? "" : name.toString());
        return matcher.matches()
                ? Optional.of(
                        new Numbered(run, matcher.group(1) + "#" + matcher.group(3), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    private record Numbered(RunInfo run, String stem, long number) {}

    /** What parts of one simulation have in common. */
    private record Series(Path parent, String stem, Map<String, Integer> species, String conditions) {
        static Series of(RunInfo run, Numbered numbered) {
            return new Series(
                    run.path().toAbsolutePath().getParent(),
                    numbered.stem,
                    run.species(),
                    run.temperatureK() + " K, " + run.timeStepFs() + " fs");
        }
    }
}
