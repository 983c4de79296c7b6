package org.ionscape.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ionscape.compute.Preset;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.RunInfo;

/** A project that lives as long as the program. */
public final class MemoryStore implements RunStore {
    private record Kept(AnalysisSettings settings, RunStatus status, String why, Optional<RunResult> result) {}

    private final Path file;
    private final Map<Long, Stored> runs = new LinkedHashMap<>();
    private final Set<Long> removed = new HashSet<>();
    private final Map<Long, Kept> kept = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();

    /** An empty project that would be called by this file. */
    public MemoryStore(Path file) {
        this.file = file;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public synchronized List<Stored> runs() {
        return runs.values().stream().filter(r -> !removed.contains(r.id())).toList();
    }

    @Override
    public synchronized List<Stored> add(List<RunInfo> infos) {
        List<Stored> added = new ArrayList<>();
        for (RunInfo info : infos) {
            Optional<Stored> known = runs.values().stream()
                    .filter(r -> r.info().path().equals(info.path()))
                    .findFirst();
            if (known.isEmpty()) {
                Stored run = new Stored(runs.size() + 1L, info, AnalysisSettings.of(Preset.RECOMMENDED), false);
                runs.put(run.id(), run);
                added.add(run);
            } else if (removed.remove(known.get().id())) {
                added.add(known.get());
            }
        }
        return added;
    }

    @Override
    public synchronized void remove(Collection<Long> ids) {
        removed.addAll(ids);
    }

    @Override
    public synchronized void restore(Collection<Long> ids) {
        removed.removeAll(ids);
    }

    @Override
    public synchronized void correct(long id, AnalysisSettings value) {
        runs.computeIfPresent(id, (k, run) -> new Stored(id, run.info(), value, run.excluded()));
    }

    @Override
    public synchronized void exclude(long id, Inclusion inclusion) {
        boolean out = inclusion == Inclusion.EXCLUDED;
        runs.computeIfPresent(id, (k, run) -> new Stored(id, run.info(), run.settings(), out));
    }

    @Override
    public synchronized Standing standing(Stored run) {
        Kept known = kept.get(run.id());
        if (known == null) {
            return new Standing(RunStatus.NOT_ANALYSED, "", Optional.empty());
        }
        return known.settings().equals(run.settings())
                ? new Standing(known.status(), known.why(), known.result())
                : new Standing(RunStatus.STALE, "Its settings changed. Analyse it again.", known.result());
    }

    @Override
    public synchronized void storeResult(long id, AnalysisSettings with, RunResult result) {
        kept.put(id, new Kept(with, RunStatus.DONE, "", Optional.of(result)));
    }

    @Override
    public synchronized void storeProblem(long id, AnalysisSettings with, String why) {
        kept.put(id, new Kept(with, RunStatus.PROBLEM, why, Optional.empty()));
    }

    @Override
    public synchronized Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    @Override
    public synchronized void putSetting(String key, String value) {
        settings.put(key, value);
    }

    @Override
    public void close() {
        // nothing to let go
    }
}
