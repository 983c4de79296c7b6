package org.ionscape.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Formula;
import org.ionscape.elastic.ElasticTensor;
import org.ionscape.elastic.Elasticity;
import org.ionscape.format.Decompression;
import org.ionscape.format.csv.Stiffness;
import org.ionscape.format.csv.StiffnessFile;
import org.ionscape.format.vasp.OutcarProperties;

/**
 * A crystal of which a file gives the elastic constants, and what follows from them.
 *
 * @param formula where the file gives one
 * @param atomsPerA3 number density, where it is known
 */
public record ElasticCrystal(String name, String formula, Elasticity elasticity, OptionalDouble atomsPerA3) {
    /** C and its transpose may differ by this, relative to the largest component, without a word. */
    private static final double ASYMMETRY = 1e-4;

    private static final int HEAD_BYTES = 4096;

    /**
     * What a file gives.
     *
     * @param crystals those that could be used
     * @param warnings what a person should know of them, and of what could not be used
     */
    public record Read(List<ElasticCrystal> crystals, List<Problem> warnings) {
        public Read {
            crystals = List.copyOf(crystals);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Reads an OUTCAR, a CSV, a bare matrix or JSON; which, its content tells.
     *
     * @throws InputException when there are no elastic constants in it
     */
    public static Read read(Path file, Progress progress) {
        List<Problem> warnings = new ArrayList<>();
        List<Stiffness> given = new ArrayList<>();
        if (isOutcar(file)) {
            OutcarProperties outcar = OutcarProperties.read(file, progress);
            String name = Formula.conventional(outcar.response().atoms().counts());
            double[][] c = outcar.stiffnessGPa()
                    .orElseThrow(() -> InputException.of(
                            file,
                            "there are no TOTAL ELASTIC MODULI in this OUTCAR; VASP writes them with IBRION = 6"));
            given.add(new Stiffness(name, name, c, outcar.densityGPerCm3(), outcar.atomsPerA3()));
        } else {
            StiffnessFile read = StiffnessFile.read(file);
            warnings.addAll(read.problems());
            given.addAll(read.crystals());
        }
        List<ElasticCrystal> crystals = new ArrayList<>();
        for (Stiffness stiffness : given) {
            try {
                crystals.add(of(file, stiffness, warnings));
            } catch (IllegalArgumentException e) {
                warnings.add(Problem.of(file, stiffness.name() + " is left out: " + e.getMessage()));
            }
        }
        if (crystals.isEmpty()) {
            throw warnings.isEmpty()
                    ? InputException.of(file, "there is no crystal in this table")
                    : new InputException(warnings.getFirst());
        }
        return new Read(crystals, warnings);
    }

    private static boolean isOutcar(Path file) {
        try (var in = Decompression.open(file)) {
            String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
            return head.stripLeading().startsWith("vasp.") || head.contains("POTCAR:");
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
    }

    /** What follows for one crystal; a tensor that is none is an {@link IllegalArgumentException}. */
    static ElasticCrystal of(Path file, Stiffness given, List<Problem> warnings) {
        ElasticTensor tensor = new ElasticTensor(given.componentsGPa());
        Elasticity elasticity = Elasticity.of(tensor, given.densityGPerCm3());
        if (tensor.asymmetry() > ASYMMETRY) {
            warnings.add(Problem.of(
                    file,
                    String.format(
                            Locale.ROOT,
                            "C of %s is not symmetric: components differ from their transposed ones by up to %.2g of"
                                    + " the largest; their mean is used",
                            given.name(),
                            tensor.asymmetry())));
        }
        if (!elasticity.stable()) {
            warnings.add(Problem.of(
                    file,
                    String.format(
                            Locale.ROOT,
                            "C of %s is not positive definite (smallest eigenvalue %.4g GPa): the crystal is"
                                    + " mechanically unstable and nothing follows from its averages",
                            given.name(),
                            elasticity.minEigenvalueGPa())));
        }
        if (elasticity.descriptors().get("vickers_hardness") < 0) {
            warnings.add(Problem.of(
                    file,
                    "the hardness of " + given.name() + " is negative: the crystal is softer than those the formula"
                            + " was fitted to"));
        }
        if (given.densityGPerCm3().isEmpty()) {
            warnings.add(Problem.of(
                    file,
                    "the density of " + given.name() + " is not given, so there are no sound velocities; add"
                            + " density_g_cm3"));
        }
        return new ElasticCrystal(given.name(), given.formula(), elasticity, given.atomsPerA3());
    }
}
