package org.ionscape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.Problem;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.Continuations;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.format.scan.ScanResult;
import org.ionscape.format.scan.TrajectoryFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionscape scan}. */
@Command(
        name = "scan",
        description = {
            "Finds the runs below folders: what they are made of, how hot, how long, and what moves in them.",
            "",
            "Nothing is written there. What cannot be used is listed with the reason, and the rest goes on.",
            ""
        },
        mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders to look through.")
    List<Path> folders;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            ScanResult scan = service.submit(Job.of("Scanning", p -> RunScanner.scan(folders, p)))
                    .join();
            List<Problem> problems = new ArrayList<>(scan.problems());
            List<Map<String, Object>> runs = new ArrayList<>();
            for (RunInfo run : scan.runs()) {
                runs.add(RunJson.of(run, frames(service, run, problems)));
            }
            Continuations.Found series = service.submit(
                            Job.of("Looking for continued runs", p -> Continuations.find(scan.runs(), p)))
                    .join();
            List<RunResult.Input> inputs = scan.runs().stream()
                    .flatMap(r -> r.files().stream())
                    .map(RunResult.Input::of)
                    .toList();
            List<Problem> warnings = Stream.concat(
                            scan.runs().stream().flatMap(r -> r.problems().stream()), series.gaps().stream())
                    .toList();
            Map<String, Object> result = common.envelope("scan", Map.of("folders", folders), inputs, warnings);
            result.put("runs", runs);
            result.put("problems", RunJson.problems(problems));
            result.put(
                    "continuations",
                    series.chains().stream().map(c -> Map.of("runs", paths(c))).toList());
            terminal.clear();
            common.write(result, out);
            if (!common.jsonToOut()) {
                print(out, scan.runs(), runs, problems);
                print(out, series);
            }
            boolean nothing = scan.runs().isEmpty() && folders.stream().noneMatch(java.nio.file.Files::exists);
            return nothing ? Cli.BAD_INPUT : Cli.DONE;
        }
    }

    /** Whole frames; a file whose frames are not all alike is read through. */
    private static OptionalLong frames(ComputeService service, RunInfo run, List<Problem> problems) {
        if (run.frames().isPresent()) {
            return run.frames();
        }
        try {
            return OptionalLong.of(service.submit(Job.of(
                            "Counting frames of " + run.path(),
                            p -> TrajectoryFiles.countFrames(run.files(), run.hints(), p)))
                    .join());
        } catch (InputException e) {
            problems.add(e.problem());
            return OptionalLong.empty();
        }
    }

    private static void print(
            PrintWriter out, List<RunInfo> runs, List<Map<String, Object>> json, List<Problem> problems) {
        for (int i = 0; i < runs.size(); i++) {
            RunInfo run = runs.get(i);
            out.printf(
                    Locale.ROOT,
                    "%s%n  %s (%s), %d atoms, %s frames, %s, %s, mobile %s%n",
                    run.path(),
                    run.compound(),
                    run.stoichiometry().label(),
                    run.atoms(),
                    frames(json.get(i)),
                    run.timeStepFs().isPresent()
                            ? run.timeStepFs().getAsDouble() + " fs between frames"
                            : "time step unknown",
                    run.temperatureK().isPresent() ? run.temperatureK().getAsDouble() + " K" : "temperature unknown",
                    run.mobile().isEmpty() ? "to be told from the motion" : String.join(", ", run.mobile()));
            run.problems().forEach(p -> out.println("  ! " + p));
        }
        problems.forEach(p -> out.println("! " + p));
        out.printf(Locale.ROOT, "%d runs, %d problems%n", runs.size(), problems.size());
    }

    private static void print(PrintWriter out, Continuations.Found series) {
        for (List<RunInfo> chain : series.chains()) {
            out.printf(
                    "%d runs follow one another and can be joined (analyse … --join): %s to %s%n",
                    chain.size(), chain.getFirst().path(), chain.getLast().path());
        }
        series.gaps().forEach(g -> out.println("! " + g));
    }

    private static List<String> paths(List<RunInfo> runs) {
        return runs.stream().map(r -> r.path().toString()).toList();
    }

    private static String frames(Map<String, Object> json) {
        return json.get("frames") instanceof OptionalLong n && n.isPresent() ? Long.toString(n.getAsLong()) : "?";
    }
}
