package org.ionscape.extract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Formula;
import org.ionscape.crystal.Structure;
import org.ionscape.format.csv.Stiffness;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.vasp.BandGap;
import org.ionscape.format.vasp.CrystalResponse;
import org.ionscape.format.vasp.Eigenval;
import org.ionscape.format.vasp.Incar;
import org.ionscape.format.vasp.OutcarProperties;
import org.ionscape.format.vasp.VasprunProperties;
import org.ionscape.table.Catalogue;

/**
 * What the files about a run's compound tell: structure, elastic constants, dielectric response, modes at the zone
 * centre, gap, and the person's own values. Of several files that tell the same the nearest to the run counts.
 */
final class CompoundDescriptors {
    private final RunInfo run;
    private final CompoundFiles files;
    private final List<String> mobile;
    private final Preset preset;
    private final Progress progress;
    private final Map<String, DescriptorValue> values = new LinkedHashMap<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Set<Path> read = new LinkedHashSet<>();

    /**
     * What was found.
     *
     * @param values by key; those of files
     * @param own the person's own, by key
     * @param crystal what the crystal is, for people; empty when nothing tells
     * @param inputs files that were used
     */
    record Found(
            Map<String, DescriptorValue> values,
            Map<String, DescriptorValue> own,
            Map<String, Object> crystal,
            List<Path> inputs,
            List<Problem> warnings) {}

    private CompoundDescriptors(RunInfo run, List<String> mobile, Preset preset, Progress progress) {
        this.run = run;
        this.files = CompoundFiles.of(run);
        this.mobile = mobile;
        this.preset = preset;
        this.progress = progress;
    }

    /**
     * Reads the files.
     *
     * @param start the first frame of the run
     */
    static Found of(RunInfo run, List<String> mobile, Structure start, Preset preset, Progress progress) {
        return new CompoundDescriptors(run, mobile, preset, progress).read(start);
    }

    private Found read(Structure start) {
        CompoundStructure.Found structure =
                CompoundStructure.of(run, files.structures(), start, mobile, preset, progress);
        values.putAll(structure.values());
        structure.input().ifPresent(read::add);
        warnings.addAll(structure.warnings());
        files.elastic().forEach(file -> attempt(file, () -> elasticTable(file)));
        files.calculations().forEach(file -> attempt(file, () -> calculation(file)));
        files.eigenvalues().forEach(file -> attempt(file, () -> eigenvalues(file)));
        Map<String, DescriptorValue> own = new LinkedHashMap<>();
        files.descriptors()
                .forEach(file -> attempt(file, () -> {
                    OwnDescriptors mine = OwnDescriptors.read(file, name(file));
                    mine.values().forEach(own::putIfAbsent);
                    warnings.addAll(mine.problems());
                    return true;
                }));
        return new Found(values, own, structure.crystal(), List.copyOf(read), warnings);
    }

    /** Reads one file; true when it told something. */
    private interface Reading {
        boolean use();
    }

    /** A file about the compound that cannot be used is told; the run is analysed without it. */
    private void attempt(Path file, Reading reading) {
        progress.check();
        try {
            if (reading.use()) {
                read.add(file);
            }
        } catch (InputException e) {
            warnings.add(e.problem());
        }
    }

    /** The file with its folder, which tells runs and compounds apart. */
    static String name(Path file) {
        Path path = file.toAbsolutePath().normalize();
        Path folder = path.getParent() == null ? null : path.getParent().getFileName();
        return folder == null ? String.valueOf(path.getFileName()) : folder + "/" + path.getFileName();
    }

    private boolean has(String key) {
        return values.containsKey(key) && values.get(key).isPresent();
    }

    private void put(String key, OptionalDouble value, String source) {
        if (value.isPresent() && !has(key)) {
            String unit = Catalogue.lopez().of(key).orElseThrow().unit();
            values.put(key, DescriptorValue.of(value.getAsDouble(), unit, source));
        }
    }

    private boolean elasticTable(Path file) {
        if (has("bulk_modulus")) {
            return false;
        }
        ElasticCrystal.Read table = ElasticCrystal.read(file, progress);
        List<ElasticCrystal> meant = table.crystals().size() == 1
                ? table.crystals()
                : table.crystals().stream().filter(this::isOfCompound).toList();
        if (meant.isEmpty()) {
            warnings.add(Problem.of(
                    file,
                    "none of the " + table.crystals().size() + " crystals is called " + run.compound() + " or "
                            + run.formula()));
            return false;
        }
        warnings.addAll(table.warnings());
        elastic(meant.getFirst(), name(file));
        return true;
    }

    /** Where runs share a folder, files of other compounds are no surprise. */
    private void tellOther(Path file, String message) {
        if (Files.isDirectory(run.path())) {
            warnings.add(Problem.of(file, message));
        }
    }

    private boolean isOfCompound(ElasticCrystal crystal) {
        return crystal.name().equalsIgnoreCase(run.compound())
                || isComposition(crystal.name())
                || isComposition(crystal.formula());
    }

    private boolean isComposition(String formula) {
        Map<String, Double> parts = Formula.composition(formula);
        double atoms = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        return parts.keySet().equals(run.species().keySet())
                && parts.entrySet().stream()
                        .allMatch(p ->
                                Math.abs(p.getValue() / atoms - run.species().get(p.getKey()) / (double) run.atoms())
                                        < 1e-6);
    }

    private void elastic(ElasticCrystal crystal, String source) {
        crystal.elasticity().descriptors().forEach((key, value) -> {
            if (Double.isNaN(value) && !has(key)) {
                String reason = crystal.elasticity().stable()
                        ? source + " gives no density"
                        : "C in " + source + " is not positive definite";
                values.put(
                        key,
                        DescriptorValue.missing(
                                Catalogue.lopez().of(key).orElseThrow().unit(), reason));
            } else if (!Double.isNaN(value)) {
                put(key, OptionalDouble.of(value), source + ", elastic tensor, Hill average");
            }
        });
    }

    private boolean calculation(Path file) {
        boolean xml = file.getFileName().toString().toLowerCase(Locale.ROOT).startsWith("vasprun");
        Optional<OutcarProperties> outcar = xml ? Optional.empty() : Optional.of(OutcarProperties.read(file, progress));
        CrystalResponse response =
                outcar.map(OutcarProperties::response).orElseGet(() -> VasprunProperties.read(file, progress));
        Set<String> elements = new HashSet<>(response.atoms().species());
        if (!elements.equals(run.species().keySet())) {
            warnings.add(Problem.of(
                    file,
                    "this calculation is of "
                            + String.join(", ", response.atoms().species()) + ", the run of "
                            + String.join(", ", run.species().keySet()) + "; it is not used"));
            return false;
        }
        warnings.addAll(response.warnings());
        outcar.flatMap(OutcarProperties::stiffnessGPa).ifPresent(c -> {
            if (!has("bulk_modulus")) {
                Stiffness stiffness = new Stiffness(
                        run.formula(),
                        run.formula(),
                        c,
                        outcar.get().densityGPerCm3(),
                        outcar.get().atomsPerA3());
                elastic(ElasticCrystal.of(file, stiffness, warnings), name(file));
            }
        });
        response(response, file);
        return true;
    }

    private void response(CrystalResponse response, Path file) {
        String source = name(file);
        OptionalDouble electrons = response.electronicDielectricConstant();
        OptionalDouble ions = response.ionicDielectricConstant();
        if (electrons.isPresent()) {
            String parts = ions.isPresent()
                    ? String.format(
                            Locale.ROOT, ", electrons %.4g + ions %.4g", electrons.getAsDouble(), ions.getAsDouble())
                    : ", electrons only";
            put(
                    "dielectric_constant",
                    OptionalDouble.of(electrons.getAsDouble() + ions.orElse(0)),
                    source + parts + ", a third of the trace");
        }
        put("born_charge", response.bornChargeE(mobile), source + ", mean over " + String.join(" and ", mobile));
        OptionalDouble lowest = response.lowestOpticalMeV();
        if (lowest.isPresent() && lowest.getAsDouble() < 0 && !has("lowest_optical_mode")) {
            warnings.add(Problem.of(
                    file,
                    "the lowest optical mode is imaginary: the crystal is unstable against it; its energy is given as a"
                            + " negative number"));
        }
        put("lowest_optical_mode", lowest, source + ", modes at the zone centre");
        gap(response.bandGap(), source);
    }

    private void gap(Optional<BandGap> gap, String source) {
        put(
                "band_gap",
                gap.map(g -> OptionalDouble.of(g.gapEv())).orElse(OptionalDouble.empty()),
                source + ", between the bands at its k-points");
    }

    private boolean eigenvalues(Path file) {
        if (has("band_gap")) {
            return false;
        }
        Path incar = file.resolveSibling("INCAR");
        if (Files.isRegularFile(incar) && "0".equals(Incar.read(incar).tags().get("IBRION"))) {
            warnings.add(Problem.of(
                    file, "these are the bands of a moment of molecular dynamics; the gap is not taken from them"));
            return false;
        }
        Eigenval bands = Eigenval.read(file, progress);
        int units = Formula.unitsOf(run.species().values());
        if (units > 1 && bands.ions() % (run.atoms() / units) != 0) { // with one unit there may be a vacancy in it
            tellOther(
                    file,
                    "these are the bands of " + bands.ions() + " ions, which are no whole number of " + run.formula()
                            + "; they are not used");
            return false;
        }
        gap(bands.gap(), name(file));
        return true;
    }
}
