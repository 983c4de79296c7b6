package org.ionscape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.Problem;
import org.ionscape.crystal.Cell;
import org.ionscape.extract.CrystalStructure;
import org.ionscape.extract.DescriptorValue;
import org.ionscape.extract.RunResult;
import org.ionscape.symmetry.Symmetry;
import org.ionscape.symmetry.SymmetrySearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionscape structure}. */
@Command(
        name = "structure",
        description = {
            "Symmetry, cell and surroundings of the mobile ions of crystal structures, in the cell as given.",
            "",
            "A file that cannot be read is named and left out when there are several.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ionscape structure POSCAR",
            "  ionscape structure */CONTCAR --tolerance 0.01 --mobile Li --json structures.json"
        },
        mixinStandardHelpOptions = true)
final class StructureCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "POSCAR or CONTCAR.")
    List<Path> files;

    @Option(
            names = "--tolerance",
            paramLabel = "Å",
            description = "By how much an atom may miss its image (default: 0.001).")
    double toleranceA = SymmetrySearch.USUAL_TOLERANCE_A;

    @Option(
            names = "--mobile",
            paramLabel = "SPECIES",
            split = ",",
            description = "Mobile species (default: the first present of Li, Na, Ag, Cu, K, Cl, Br, I, F, O).")
    List<String> mobile = List.of();

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    private final List<Problem> warnings = new ArrayList<>();

    @Override
    public Integer call() {
        if (!(toleranceA > 0 && toleranceA < 1)) {
            throw new Cli.WrongCall("--tolerance is a length in Å above 0 and below 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        Map<Path, CrystalStructure> found = new LinkedHashMap<>();
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            Map<Path, JobHandle<CrystalStructure>> jobs = new LinkedHashMap<>();
            files.forEach(file -> jobs.put(
                    file,
                    service.submit(
                            Job.of("Searching " + file, p -> CrystalStructure.read(file, mobile, toleranceA, p)))));
            jobs.forEach((file, job) -> take(file, job, found));
            terminal.clear();
        }
        List<RunResult.Input> inputs =
                found.keySet().stream().map(RunResult.Input::of).toList();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("toleranceA", toleranceA);
        parameters.put("mobile", mobile);
        Map<String, Object> result = common.envelope("structure", parameters, inputs, warnings);
        List<Map<String, Object>> structures = new ArrayList<>();
        found.forEach((file, crystal) -> structures.add(json(file, crystal)));
        result.put("structures", structures);
        common.write(result, out);
        if (!common.jsonToOut()) {
            found.forEach((file, crystal) -> print(out, file, crystal));
            warnings.forEach(w -> out.println("! " + w));
        }
        return found.size() < files.stream().distinct().count() ? Cli.BAD_INPUT : Cli.DONE;
    }

    private void take(Path file, JobHandle<CrystalStructure> job, Map<Path, CrystalStructure> found) {
        try {
            CrystalStructure crystal = job.join();
            warnings.addAll(crystal.warnings());
            found.put(file, crystal);
        } catch (InputException e) {
            if (files.size() == 1) {
                throw e;
            }
            warnings.add(e.problem());
        }
    }

    private Map<String, Object> json(Path file, CrystalStructure crystal) {
        Symmetry symmetry = crystal.symmetry();
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("number", symmetry.spaceGroup().number());
        group.put("symbol", symmetry.spaceGroup().symbol());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("formula", crystal.formula());
        json.put("atoms", crystal.structure().atoms().count());
        json.put("mobile", crystal.mobile());
        json.put("spaceGroup", group);
        json.put("pointGroup", symmetry.spaceGroup().pointGroup().symbol());
        json.put("crystalSystem", symmetry.spaceGroup().pointGroup().system().label());
        json.put("operations", symmetry.operations().size());
        json.put("pureTranslations", symmetry.pureTranslations());
        json.put("inequivalentSites", symmetry.sites());
        json.put("toleranceA", symmetry.toleranceA());
        json.put("cell", cell(crystal.structure().cell()));
        json.put("conventionalCell", cell(symmetry.conventional().cell()));
        String name = file.getFileName().toString();
        Map<String, DescriptorValue> descriptors = new LinkedHashMap<>(crystal.descriptors(common.preset, name));
        descriptors.putAll(crystal.ofAntiPerovskite(name));
        json.put("descriptors", RunJson.descriptors(descriptors));
        return json;
    }

    private static Map<String, Object> cell(Cell cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lengthsA", new double[] {cell.lengthA(0), cell.lengthA(1), cell.lengthA(2)});
        json.put("anglesDeg", new double[] {cell.angleDeg(0), cell.angleDeg(1), cell.angleDeg(2)});
        json.put("volumeA3", cell.volumeA3());
        return json;
    }

    private void print(PrintWriter out, Path file, CrystalStructure crystal) {
        Symmetry symmetry = crystal.symmetry();
        Cell cell = crystal.structure().cell();
        out.println(file + ": " + crystal.formula());
        out.printf(
                Locale.ROOT,
                "  space group %s (no. %d), point group %s, %s; %d operations, %d of them translations, within %s Å%n",
                symmetry.spaceGroup().symbol(),
                symmetry.spaceGroup().number(),
                symmetry.spaceGroup().pointGroup().symbol(),
                symmetry.spaceGroup().pointGroup().system().label(),
                symmetry.operations().size(),
                symmetry.pureTranslations(),
                symmetry.toleranceText());
        out.printf(
                Locale.ROOT,
                "  cell %.5g %.5g %.5g Å, %.5g° %.5g° %.5g°, %.6g Å³; %d atoms%n",
                cell.lengthA(0),
                cell.lengthA(1),
                cell.lengthA(2),
                cell.angleDeg(0),
                cell.angleDeg(1),
                cell.angleDeg(2),
                cell.volumeA3(),
                crystal.structure().atoms().count());
        crystal.neighbours()
                .ifPresent(n -> out.printf(
                        Locale.ROOT,
                        "  %s has %.3g neighbours, the nearest at %.4g Å%n",
                        String.join(" and ", crystal.mobile()),
                        n.number(),
                        n.shortestA()));
    }
}
