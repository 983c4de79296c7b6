package org.ionscape.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ionscape.format.Decompression;
import org.ionscape.format.scan.CompoundFolders;
import org.ionscape.format.scan.RunInfo;

/**
 * The files that tell of a run's compound rather than of its motion, in the run's folder, those above it as far as the
 * compound's, and their folders of calculations such as {@code elastic}; nearest first. Told by their names; nothing is read but the head of an OUTCAR or vasprun.xml, to pass
 * over those of molecular dynamics.
 *
 * @param structures POSCAR and CONTCAR
 * @param elastic tables of elastic constants
 * @param calculations OUTCAR and vasprun.xml of a crystal at rest
 * @param eigenvalues EIGENVAL
 * @param descriptors the person's own values
 */
public record CompoundFiles(
        List<Path> structures,
        List<Path> elastic,
        List<Path> calculations,
        List<Path> eigenvalues,
        List<Path> descriptors) {
    private static final int HEAD_BYTES = 1 << 19;
    private static final Pattern IBRION = Pattern.compile("IBRION(?:\\s*=|\">)\\s*(-?\\d{1,3})\\b");

    /** Looks into the folders. */
    static CompoundFiles of(RunInfo run) {
        List<Path> trajectory = run.files().stream().map(CompoundFiles::plain).toList();
        List<Path> found = CompoundFolders.of(run).stream()
                .flatMap(folder -> filesIn(folder).stream())
                .filter(f -> !trajectory.contains(plain(f)))
                .toList();
        return new CompoundFiles(
                structures(found),
                named(found, n -> n.startsWith("elastic") && n.matches(".*\\.(csv|json|txt|dat)")),
                named(found, n -> n.startsWith("outcar") || n.startsWith("vasprun")).stream()
                        .filter(f -> !isMolecularDynamics(f))
                        .toList(),
                named(found, n -> n.startsWith("eigenval")),
                named(found, n -> n.equals("descriptors.csv")));
    }

    /** Of each folder, what a relaxation made of a structure before what it began with. */
    private static List<Path> structures(List<Path> found) {
        Map<Path, List<Path>> byFolder =
                named(found, n -> n.startsWith("contcar") || n.startsWith("poscar") || n.endsWith(".vasp")).stream()
                        .collect(Collectors.groupingBy(Path::getParent, LinkedHashMap::new, Collectors.toList()));
        return byFolder.values().stream()
                .flatMap(files -> Stream.concat(
                        named(files, n -> n.startsWith("contcar")).stream(),
                        named(files, n -> !n.startsWith("contcar")).stream()))
                .toList();
    }

    /** None in a folder that may not be looked into. */
    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The files of a run and of its compound: all that a result depends on. */
    public static List<Path> behind(RunInfo run) {
        return Stream.concat(run.files().stream(), of(run).all().stream()).toList();
    }

    private static Path plain(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** All of them. */
    List<Path> all() {
        return Stream.of(structures, elastic, calculations, eigenvalues, descriptors)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Path> named(List<Path> files, Predicate<String> lowerCaseName) {
        return files.stream()
                .filter(f -> lowerCaseName.test(Decompression.plainName(f).toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Whether the last word on IBRION near the head of a file is 0; what cannot be read is found out later. */
    private static boolean isMolecularDynamics(Path file) {
        String last = "";
        try (var in = Decompression.open(file)) {
            Matcher matcher = IBRION.matcher(new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1));
            while (matcher.find()) {
                last = matcher.group(1);
            }
        } catch (IOException e) {
            return false;
        }
        return last.equals("0");
    }
}
