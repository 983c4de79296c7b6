package org.ionscape.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Formula;
import org.ionscape.crystal.MobileIon;
import org.ionscape.crystal.Structure;
import org.ionscape.format.vasp.Poscar;
import org.ionscape.symmetry.AntiPerovskite;
import org.ionscape.symmetry.Coincidences;
import org.ionscape.symmetry.Neighbours;
import org.ionscape.symmetry.StructureDescriptors;
import org.ionscape.symmetry.Symmetry;
import org.ionscape.symmetry.SymmetrySearch;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;

/**
 * A crystal structure with its symmetry, its surroundings of the mobile ions and the descriptors that follow.
 *
 * @param structure in the cell as given, coinciding atoms left out
 * @param formula reduced
 * @param mobile species
 * @param neighbours of the mobile ions, where there are such ions and others
 * @param warnings what was left out
 */
public record CrystalStructure(
        Structure structure,
        String formula,
        List<String> mobile,
        Symmetry symmetry,
        Optional<Neighbours> neighbours,
        List<Problem> warnings) {
    public CrystalStructure {
        mobile = List.copyOf(mobile);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a POSCAR or CONTCAR.
     *
     * @param mobile species; empty for the usual choice
     * @throws InputException when the file is none, or has none of the species
     */
    public static CrystalStructure read(Path file, List<String> mobile, double toleranceA, Progress progress) {
        Structure structure = Poscar.read(file).structure();
        for (String species : mobile) {
            if (!structure.atoms().species().contains(species)) {
                throw InputException.of(
                        file,
                        "there is no " + species + " in this structure; choose the mobile species among "
                                + String.join(", ", structure.atoms().species()));
            }
        }
        CrystalStructure crystal = of(structure, mobile, toleranceA, progress);
        return new CrystalStructure(
                crystal.structure,
                crystal.formula,
                crystal.mobile,
                crystal.symmetry,
                crystal.neighbours,
                crystal.warnings.stream()
                        .map(w -> Problem.of(file, w.message()))
                        .toList());
    }

    /** Searches a structure. */
    public static CrystalStructure of(Structure given, List<String> mobile, double toleranceA, Progress progress) {
        return of(given, mobile, toleranceA, toleranceA, progress);
    }

    /** Searches a structure in a cell that may be strained by a tolerance of its own. */
    static CrystalStructure of(
            Structure given, List<String> mobile, double toleranceA, double latticeToleranceA, Progress progress) {
        Coincidences clean = Coincidences.leftOut(given, progress);
        Structure structure = clean.structure();
        List<String> ions = mobile.isEmpty() ? MobileIon.of(structure.atoms().species()) : mobile;
        List<Problem> warnings = new ArrayList<>(clean.problems());
        Symmetry symmetry = SymmetrySearch.search(structure, toleranceA, latticeToleranceA, progress);
        if (symmetry.toleranceA() < toleranceA) {
            warnings.add(Problem.of(String.format(
                    java.util.Locale.ROOT,
                    "the operations found within %.3g Å are no group; those within %.3g Å are given",
                    toleranceA,
                    symmetry.toleranceA())));
        }
        return new CrystalStructure(
                structure,
                Formula.conventional(structure.atoms().counts()),
                ions,
                symmetry,
                Neighbours.of(structure, ions, progress),
                warnings);
    }

    /** The structural descriptors, each with its source, and those that tables give for the mobile ions. */
    public Map<String, DescriptorValue> descriptors(Preset preset, String source) {
        Map<String, DescriptorValue> found = new LinkedHashMap<>();
        StructureDescriptors.of(structure, symmetry, neighbours, preset).forEach((key, value) -> {
            String unit = Catalogue.lopez().of(key).orElseThrow().unit();
            found.put(
                    key,
                    Double.isNaN(value)
                            ? DescriptorValue.missing(unit, "there are no mobile ions beside other atoms")
                            : DescriptorValue.of(value, unit, source));
        });
        found.putAll(RunDescriptors.ofElements(mobile, structure.atoms().counts()));
        return found;
    }

    /** Of an anti-perovskite, those descriptors of Kim and Siegel that structure and tables tell; else none. */
    public Map<String, DescriptorValue> ofAntiPerovskite(String source) {
        Map<String, DescriptorValue> found = new LinkedHashMap<>();
        AntiPerovskite.of(structure)
                .ifPresent(a -> a.descriptors(Progress.NONE).forEach((key, value) -> {
                    Descriptor descriptor = Catalogue.kim().of(key).orElseThrow();
                    String from = descriptor.source().startsWith("built") ? source : descriptor.source();
                    found.put(key, DescriptorValue.of(value, descriptor.unit(), from));
                }));
        return found;
    }
}
