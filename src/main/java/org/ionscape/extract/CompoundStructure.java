package org.ionscape.extract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Structure;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.vasp.Poscar;
import org.ionscape.symmetry.SpaceGroup;
import org.ionscape.symmetry.StructureDescriptors;
import org.ionscape.symmetry.Symmetry;
import org.ionscape.symmetry.SymmetrySearch;
import org.ionscape.table.Catalogue;

/**
 * The crystal behind a simulation box: a file with fewer atoms than the run is its unit cell; else the conventional cell
 * that the symmetry search finds in a file with as many atoms or more, or at last in the first frame.
 */
final class CompoundStructure {
    /** The first at which anything but the identity is found counts. */
    private static final double[] OF_FILES_A = {SymmetrySearch.USUAL_TOLERANCE_A, 1e-2};

    private static final double[] OF_BOXES_A = {SymmetrySearch.USUAL_TOLERANCE_A, 1e-2, 1e-1};

    /** What a box may be strained, as its barostat left it, while its atoms lie on their sites; of a primitive vector. */
    private static final double STRAIN_A = 0.2;

    /** Shares of elements may differ by this between a crystal and a run with vacancies. */
    private static final double SHARES = 0.05;

    /** A structure with no more atoms than this is searched; beyond it is no unit cell, and takes minutes. */
    private static final int MOST_ATOMS = 5000;

    private final RunInfo run;
    private final List<String> mobile;
    private final Preset preset;
    private final Progress progress;
    private final List<Problem> warnings = new ArrayList<>();

    /**
     * What was found.
     *
     * @param values by key, or why there are none
     * @param crystal what it is, for people; empty when there is none
     * @param input the file used; empty for the first frame
     */
    record Found(
            Map<String, DescriptorValue> values,
            Map<String, Object> crystal,
            Optional<Path> input,
            List<Problem> warnings) {}

    private record Candidate(Path file, Structure structure) {}

    private CompoundStructure(RunInfo run, List<String> mobile, Preset preset, Progress progress) {
        this.run = run;
        this.mobile = mobile;
        this.preset = preset;
        this.progress = progress;
    }

    static Found of(
            RunInfo run, List<Path> files, Structure start, List<String> mobile, Preset preset, Progress progress) {
        return new CompoundStructure(run, mobile, preset, progress).find(files, start);
    }

    private Found find(List<Path> files, Structure start) {
        List<Candidate> candidates =
                files.stream().flatMap(f -> read(f).stream()).toList();
        for (Candidate candidate : candidates) {
            if (candidate.structure.atoms().count() < run.atoms()) {
                return asGiven(candidate);
            }
        }
        for (Candidate candidate : candidates) {
            Optional<Found> found = conventional(
                    candidate.structure, CompoundDescriptors.name(candidate.file), Optional.of(candidate.file));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return conventional(start, "first frame", Optional.empty()).orElseGet(this::none);
    }

    private Optional<Candidate> read(Path file) {
        Poscar poscar;
        try {
            poscar = Poscar.read(file);
        } catch (InputException e) {
            warnings.add(e.problem());
            return Optional.empty();
        }
        Map<String, Integer> counts = poscar.atoms().counts();
        double atoms = poscar.atoms().count();
        boolean alike = counts.keySet().equals(run.species().keySet())
                && counts.entrySet().stream()
                        .allMatch(e ->
                                Math.abs(e.getValue() / atoms - run.species().get(e.getKey()) / (double) run.atoms())
                                        < SHARES);
        if (!alike && poscar.namesSpecies() == Poscar.NamesSpecies.YES && Files.isDirectory(run.path())) {
            warnings.add(Problem.of(file, "this structure (" + counts + ") is not of the run's compound; not used"));
        }
        return alike ? Optional.of(new Candidate(file, poscar.structure())) : Optional.empty();
    }

    private Found asGiven(Candidate candidate) {
        CrystalStructure crystal = unitCell(candidate.structure);
        crystal.warnings().forEach(w -> warnings.add(Problem.of(candidate.file, w.message())));
        if (!crystal.symmetry().isAny()) {
            warnings.add(
                    Problem.of(
                            candidate.file,
                            "this unit cell shows no symmetry within 0.01 Å: is it the crystal at rest, or a moment of motion?"));
        }
        return found(crystal, CompoundDescriptors.name(candidate.file) + ", unit cell", Optional.of(candidate.file));
    }

    /** Empty where the box shows no symmetry: then it is a moment of motion, or has defects. */
    private Optional<Found> conventional(Structure box, String name, Optional<Path> file) {
        if (box.atoms().count() > MOST_ATOMS) {
            return Optional.empty();
        }
        for (double toleranceA : OF_BOXES_A) {
            Symmetry symmetry = SymmetrySearch.search(box, toleranceA, progress);
            double latticeToleranceA = toleranceA;
            if (mayBeStrained(symmetry)) {
                latticeToleranceA = Math.max(toleranceA, STRAIN_A);
                symmetry = SymmetrySearch.search(box, toleranceA, latticeToleranceA, progress);
            }
            if (symmetry.isAny()) {
                CrystalStructure crystal =
                        CrystalStructure.of(symmetry.conventional(), mobile, toleranceA, latticeToleranceA, progress);
                return Optional.of(found(crystal, name + ", conventional cell", file));
            }
        }
        return Optional.empty();
    }

    /** A barostat makes all three lengths differ; a cell that is tetragonal or more was meant to be. */
    private static boolean mayBeStrained(Symmetry symmetry) {
        return switch (symmetry.spaceGroup().pointGroup().system()) {
            case TRICLINIC, MONOCLINIC, ORTHORHOMBIC -> true;
            case TETRAGONAL, TRIGONAL, HEXAGONAL, CUBIC -> false;
        };
    }

    private CrystalStructure unitCell(Structure structure) {
        CrystalStructure crystal = CrystalStructure.of(structure, mobile, OF_FILES_A[0], progress);
        for (int i = 1; i < OF_FILES_A.length && !crystal.symmetry().isAny(); i++) {
            crystal = CrystalStructure.of(structure, mobile, OF_FILES_A[i], progress);
        }
        return crystal;
    }

    private Found found(CrystalStructure crystal, String name, Optional<Path> file) {
        SpaceGroup group = crystal.symmetry().spaceGroup();
        String source =
                name + ", " + group.symbol() + " within " + crystal.symmetry().toleranceText() + " Å";
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("spaceGroup", group.symbol());
        about.put("number", group.number());
        about.put("crystalSystem", group.pointGroup().system().label());
        about.put("cell", cell(crystal.structure().cell()));
        about.put("from", name + ", within " + crystal.symmetry().toleranceText() + " Å");
        return new Found(crystal.descriptors(preset, source), about, file, warnings);
    }

    /** Lengths and angles as they are written in papers. */
    private static String cell(Cell cell) {
        return String.format(
                Locale.ROOT,
                "%.4g × %.4g × %.4g Å, %.4g° %.4g° %.4g°",
                cell.lengthA(0),
                cell.lengthA(1),
                cell.lengthA(2),
                cell.angleDeg(0),
                cell.angleDeg(1),
                cell.angleDeg(2));
    }

    private Found none() {
        Map<String, DescriptorValue> reasons = new LinkedHashMap<>();
        for (String key : StructureDescriptors.KEYS) {
            reasons.put(
                    key,
                    DescriptorValue.missing(
                            Catalogue.lopez().of(key).orElseThrow().unit(),
                            "there is no unit cell of the compound (POSCAR beside or above the run), and the first frame"
                                    + " shows no symmetry within 0.1 Å"));
        }
        return new Found(reasons, Map.of(), Optional.empty(), warnings);
    }
}
