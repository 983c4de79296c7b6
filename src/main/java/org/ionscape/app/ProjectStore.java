package org.ionscape.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Version;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.CompoundFiles;
import org.ionscape.extract.ResultJson;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.Naming;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.project.Fingerprint;
import org.ionscape.project.Project;
import org.ionscape.project.ProjectRun;
import org.ionscape.project.StoredResult;

/** The window's store in a project file. */
public final class ProjectStore implements RunStore {
    /** Results of another program, or of another form, are stale. */
    private static final String STAMP = Version.CURRENT + ", results " + RunResult.FORM;

    private final Project project;
    private final List<Stored> atOpening;

    private ProjectStore(Project project) {
        this.project = project;
        atOpening = stored(project.runs());
    }

    /** Opens a project file, or a copy of it while another window has it, or makes one where there is none. */
    public static ProjectStore at(Path file) {
        if (!Files.exists(file)) {
            return new ProjectStore(Project.create(file));
        }
        return new ProjectStore(Project.isFree(file) ? Project.open(file) : Project.openCopy(file));
    }

    @Override
    public Path file() {
        return project.file();
    }

    @Override
    public List<Stored> runs() {
        return atOpening;
    }

    @Override
    public List<Stored> add(List<RunInfo> runs) {
        return stored(project.addRuns(runs));
    }

    @Override
    public void remove(Collection<Long> ids) {
        project.remove(ids);
    }

    @Override
    public void restore(Collection<Long> ids) {
        project.restore(ids);
    }

    @Override
    public void correct(long id, AnalysisSettings settings) {
        project.correct(id, ResultJson.write(settings));
    }

    @Override
    public void name(long id, Naming naming) {
        project.name(id, naming);
    }

    @Override
    public void join(long first, List<Long> later) {
        project.join(first, later);
    }

    @Override
    public void separate(long first) {
        project.separate(first);
    }

    @Override
    public void exclude(long id, Inclusion inclusion) {
        project.setCounts(id, inclusion == Inclusion.INCLUDED ? ProjectRun.Counts.YES : ProjectRun.Counts.NO);
    }

    @Override
    public Standing standing(Stored run) {
        Optional<StoredResult> kept = project.result(run.id(), ResultJson.write(run.settings()));
        if (kept.isEmpty()) {
            return project.hasAnyResult(run.id())
                    ? new Standing(RunStatus.STALE, "its settings changed; analyse it again", Optional.empty())
                    : new Standing(RunStatus.NOT_ANALYSED, "", Optional.empty());
        }
        StoredResult stored = kept.get();
        if (!stored.problem().isEmpty()) {
            return new Standing(RunStatus.PROBLEM, stored.problem(), Optional.empty());
        }
        Optional<RunResult> result = ResultJson.result(stored.json());
        if (result.isEmpty() || !stored.version().equals(STAMP)) {
            return new Standing(RunStatus.STALE, "it was computed by another version; analyse it again", result);
        }
        if (!stored.fingerprint().equals(Fingerprint.of(CompoundFiles.behind(run.info())))) {
            String why = run.info().files().stream().allMatch(Files::exists)
                    ? "its files changed since; analyse it again"
                    : "its files are gone or moved; add their folder again";
            return new Standing(RunStatus.STALE, why, result);
        }
        return new Standing(RunStatus.DONE, "", result);
    }

    @Override
    public void storeResult(long id, AnalysisSettings settings, RunResult result) {
        keep(id, settings, ResultJson.write(result), "");
    }

    @Override
    public void storeProblem(long id, AnalysisSettings settings, String why) {
        keep(id, settings, "", why);
    }

    private void keep(long id, AnalysisSettings settings, String json, String problem) {
        List<Path> files =
                project.run(id).map(r -> CompoundFiles.behind(r.info())).orElse(List.of());
        project.storeResult(
                id, new StoredResult(ResultJson.write(settings), STAMP, Fingerprint.of(files), json, problem));
    }

    @Override
    public Keeping keeping() {
        return project.access() == Project.Access.KEPT ? Keeping.KEPT : Keeping.LOST;
    }

    @Override
    public Map<String, String> settings() {
        return project.settings();
    }

    @Override
    public void putSetting(String key, String value) {
        project.putSetting(key, value);
    }

    @Override
    public Map<String, String> documents(String kind) {
        return project.documents(kind);
    }

    @Override
    public void putDocument(String kind, String name, String text) {
        project.putDocument(kind, name, text);
    }

    @Override
    public void removeDocument(String kind, String name) {
        project.removeDocument(kind, name);
    }

    @Override
    public void close() {
        project.close();
    }

    /** A run of which nothing was ever set is analysed as the project's preset says. */
    private List<Stored> stored(List<ProjectRun> runs) {
        Preset preset = project.setting("preset").flatMap(Preset::ofLabel).orElse(Preset.RECOMMENDED);
        return runs.stream().map(run -> stored(run, preset)).toList();
    }

    private static Stored stored(ProjectRun run, Preset preset) {
        return new Stored(
                run.id(),
                run.own(),
                run.naming(),
                ResultJson.settings(run.settings()).orElse(AnalysisSettings.of(preset)),
                run.counts() == ProjectRun.Counts.NO,
                run.later().stream().map(part -> stored(part, preset)).toList());
    }
}
