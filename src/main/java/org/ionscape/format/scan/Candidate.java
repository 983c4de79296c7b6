package org.ionscape.format.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Element;
import org.ionscape.crystal.Family;
import org.ionscape.crystal.Formula;
import org.ionscape.crystal.MobileIon;
import org.ionscape.format.Decompression;
import org.ionscape.format.ReadHints;
import org.ionscape.format.TrajectoryHead;
import org.ionscape.format.TrajectoryReader;
import org.ionscape.format.vasp.Incar;
import org.ionscape.format.vasp.Poscar;

/**
 * A file that seems to hold a run, with the files that lie beside it.
 *
 * @param path what the run will be called by: its folder, or the file when the folder holds several
 * @param file the trajectory
 * @param reader of that file
 * @param beside the files of the folder
 * @param elementOfType what each LAMMPS type is, where somebody said so
 */
record Candidate(
        Path path, Path file, TrajectoryReader reader, Collection<Path> beside, Map<String, String> elementOfType) {
    static final String UNKNOWN_STEP = "the time between frames is not known";
    static final String UNKNOWN_TEMPERATURE = "the temperature is not known; give it in K";
    private static final Pattern RELAXATION = Pattern.compile("[1-9]\\b");
    private static final Pattern TITEL = Pattern.compile("TITEL\\s*=\\s*\\S+\\s+([A-Za-z_]+)");
    private static final int POTCAR_BYTES = 64 << 20;

    static Candidate ofFile(Path file, Map<String, String> elementOfType) {
        TrajectoryReader reader = TrajectoryFiles.need(file);
        Path parent = file.toAbsolutePath().getParent();
        try (var list = Files.list(parent)) {
            return new Candidate(
                    file, file, reader, list.filter(Files::isRegularFile).toList(), elementOfType);
        } catch (IOException e) { // the file itself can be read; what lies beside it only helps
            return new Candidate(file, file, reader, List.of(), elementOfType);
        }
    }

    /**
     * All that can be told of the run without reading it through; empty for a single configuration, and for steps of a
     * relaxation or of ions displaced one by one.
     */
    Optional<RunInfo> inspect(Progress progress) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> from = new LinkedHashMap<>();
        ReadHints hints = new ReadHints(speciesBeside(), elementOfType);
        TrajectoryHead head = reader.head(file, hints, progress);
        if (head.frames().isPresent() && head.frames().getAsLong() < 2) {
            return Optional.empty();
        }
        Optional<Incar> incar = incar(problems);
        if (head.steps() == TrajectoryHead.Steps.OF_RELAXATION
                || incar.filter(Candidate::relaxes).isPresent()) {
            return Optional.empty();
        }
        from.put("trajectory", reader.name() + ": " + file.getFileName());
        OptionalDouble step = timeStep(head, incar, from, problems);
        FolderNames names = new FolderNames(path);
        OptionalDouble temperature = temperature(head, incar, names, from, problems);
        Map<String, Integer> species = head.atoms().counts();
        List<String> mobile = MobileIon.of(species.keySet());
        from.put("mobile", mobile.isEmpty() ? "to be told from the motion" : "first of the ranking present");
        for (String name : species.keySet()) {
            if (Element.of(name).isEmpty()) {
                problems.add(Problem.of(
                        file,
                        "“" + name
                                + "” is no element; put a POSCAR or POTCAR beside an XDATCAR, give a map such as 1=Al for a"
                                + " LAMMPS dump"));
                break;
            }
        }
        Optional<String> compound = names.compound(species.keySet());
        from.put("compound", compound.isPresent() ? "folder name" : "formula");
        Stoichiometry stoichiometry = names.stoichiometry();
        from.put("vacancies", stoichiometry == Stoichiometry.UNKNOWN ? "no folder says" : "folder name");
        String formula = Formula.reduced(species);
        return Optional.of(new RunInfo(
                path,
                List.of(file),
                formula,
                species,
                head.frames(),
                step,
                temperature,
                Family.ofMobile(mobile),
                compound.orElse(formula),
                stoichiometry,
                mobile,
                from,
                hints,
                problems));
    }

    /** An IBRION other than 0 without a temperature: a copy of a relaxation's INCAR would still lack TEBEG. */
    private static boolean relaxes(Incar incar) {
        String ibrion = incar.tags().getOrDefault("IBRION", "0");
        return RELAXATION.matcher(ibrion).lookingAt() && !incar.tags().containsKey("TEBEG");
    }

    private Optional<Incar> incar(List<Problem> problems) {
        return besides("INCAR").flatMap(p -> {
            try {
                return Optional.of(Incar.read(p));
            } catch (InputException e) {
                problems.add(e.problem());
                return Optional.empty();
            }
        });
    }

    private OptionalDouble timeStep(
            TrajectoryHead head, Optional<Incar> incar, Map<String, String> from, List<Problem> problems) {
        if (head.timeStepFs().isPresent()) {
            from.put("timeStepFs", reader.name() + ": POTIM, every step stored");
            return head.timeStepFs();
        }
        OptionalDouble potim = incar.map(i -> number(i, "POTIM", problems)).orElse(OptionalDouble.empty());
        OptionalDouble nblock = incar.map(i -> number(i, "NBLOCK", problems)).orElse(OptionalDouble.empty());
        boolean vasp = reader.name().equals("XDATCAR");
        if (potim.isEmpty() || !(potim.getAsDouble() > 0) || !vasp) {
            String why = !vasp
                    ? ""
                    : potim.isPresent()
                            ? " (the INCAR says POTIM = " + potim.getAsDouble() + ")"
                            : " (no POTIM in an INCAR beside it)";
            problems.add(Problem.of(file, UNKNOWN_STEP + why + "; give it in fs"));
            from.put("timeStepFs", "unknown");
            return OptionalDouble.empty();
        }
        if (nblock.isPresent() && nblock.getAsDouble() >= 1) {
            if (head.counterStep().isPresent() && head.counterStep().getAsLong() != nblock.getAsDouble()) {
                problems.add(Problem.of(
                        file,
                        "the frame counter steps by " + head.counterStep().getAsLong() + " but the INCAR says NBLOCK = "
                                + Math.round(nblock.getAsDouble()) + "; the INCAR is believed"));
            }
            from.put("timeStepFs", "INCAR: POTIM × NBLOCK");
            return OptionalDouble.of(potim.getAsDouble() * nblock.getAsDouble());
        }
        long counter = head.counterStep().orElse(1);
        from.put("timeStepFs", counter == 1 ? "INCAR: POTIM" : "INCAR: POTIM × step of the frame counter");
        return OptionalDouble.of(potim.getAsDouble() * counter);
    }

    private OptionalDouble temperature(
            TrajectoryHead head,
            Optional<Incar> incar,
            FolderNames names,
            Map<String, String> from,
            List<Problem> problems) {
        OptionalDouble begin = incar.map(i -> number(i, "TEBEG", problems)).orElse(OptionalDouble.empty());
        OptionalDouble end = incar.map(i -> number(i, "TEEND", problems)).orElse(OptionalDouble.empty());
        if (begin.isPresent() && begin.getAsDouble() > 0) {
            if (end.isPresent() && end.getAsDouble() > 0 && end.getAsDouble() != begin.getAsDouble()) {
                problems.add(Problem.of(
                        incar.orElseThrow().file(),
                        "the temperature is ramped from " + begin.getAsDouble() + " to " + end.getAsDouble()
                                + " K; numbers of a ramp are averages over it"));
            }
            OptionalDouble named = names.temperatureK();
            if (named.isPresent() && named.getAsDouble() != begin.getAsDouble()) {
                problems.add(Problem.of(
                        incar.orElseThrow().file(),
                        "TEBEG is " + begin.getAsDouble() + " K but the folder is called "
                                + names.temperatureName().orElseThrow()
                                + "; the INCAR is believed, correct it if it is a copy"));
            }
            from.put("temperatureK", "INCAR: TEBEG");
            return begin;
        }
        if (head.temperatureK().isPresent() && head.temperatureK().getAsDouble() > 0) {
            from.put("temperatureK", reader.name() + ": TEBEG");
            return head.temperatureK();
        }
        OptionalDouble named = names.temperatureK();
        if (named.isPresent()) {
            from.put("temperatureK", "folder name " + names.temperatureName().orElseThrow());
            return named;
        }
        from.put("temperatureK", "unknown");
        problems.add(Problem.of(path, UNKNOWN_TEMPERATURE));
        return OptionalDouble.empty();
    }

    private static OptionalDouble number(Incar incar, String tag, List<Problem> problems) {
        try {
            return incar.number(tag);
        } catch (InputException e) {
            problems.add(e.problem());
            return OptionalDouble.empty();
        }
    }

    /** Species of the blocks from POSCAR, CONTCAR or POTCAR, for a file that names none. */
    private List<String> speciesBeside() {
        for (String name : List.of("POSCAR", "CONTCAR")) {
            List<String> species = besides(name).map(Candidate::speciesOfPoscar).orElse(List.of());
            if (!species.isEmpty()) {
                return species;
            }
        }
        return besides("POTCAR").map(Candidate::speciesOfPotcar).orElse(List.of());
    }

    private static List<String> speciesOfPoscar(Path file) {
        try {
            Poscar poscar = Poscar.read(file);
            return poscar.namesSpecies() == Poscar.NamesSpecies.YES ? poscar.speciesOfBlocks() : List.of();
        } catch (InputException e) {
            return List.of(); // a damaged structure only means that it cannot help here
        }
    }

    private static List<String> speciesOfPotcar(Path potcar) {
        try (InputStream in = Decompression.open(potcar)) {
            Matcher matcher = TITEL.matcher(new String(in.readNBytes(POTCAR_BYTES), StandardCharsets.ISO_8859_1));
            List<String> species = new ArrayList<>();
            while (matcher.find()) {
                Element.ofLabel(matcher.group(1)).map(Element::symbol).ifPresent(species::add);
            }
            return species;
        } catch (IOException e) {
            return List.of();
        }
    }

    private Optional<Path> besides(String plainName) {
        return beside.stream()
                .filter(p -> Decompression.plainName(p).equals(plainName))
                .findFirst();
    }
}
