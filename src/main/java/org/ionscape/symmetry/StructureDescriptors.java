package org.ionscape.symmetry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.Preset;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Formula;
import org.ionscape.crystal.Structure;

/** The structural descriptors of a crystal in the cell as given, by the keys of the catalogue. */
public final class StructureDescriptors {
    /** The keys of all of them. */
    public static final List<String> KEYS = List.of(
            "crystal_symmetry",
            "min_lattice_constant",
            "formula_units",
            "volume_per_formula_unit",
            "lattice_constant_spread",
            "lattice_angle_spread",
            "symmetry_operations",
            "neighbour_number",
            "neighbour_distance");

    private StructureDescriptors() {}

    /**
     * What cell, symmetry and neighbours tell; NaN where there are no neighbours.
     *
     * @param preset {@code paper} leaves the sum of squares in the spreads undivided
     */
    public static Map<String, Double> of(
            Structure structure, Symmetry symmetry, Optional<Neighbours> neighbours, Preset preset) {
        Cell cell = structure.cell();
        double[] lengthsA = {cell.lengthA(0), cell.lengthA(1), cell.lengthA(2)};
        double[] anglesDeg = {cell.angleDeg(0), cell.angleDeg(1), cell.angleDeg(2)};
        int units = Formula.unitsOf(structure.atoms().counts().values());
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("crystal_symmetry", (double)
                symmetry.spaceGroup().pointGroup().system().code());
        values.put("min_lattice_constant", Arrays.stream(lengthsA).min().orElseThrow());
        values.put("formula_units", (double) units);
        values.put("volume_per_formula_unit", cell.volumeA3() / units);
        values.put("lattice_constant_spread", spread(lengthsA, preset));
        values.put("lattice_angle_spread", spread(anglesDeg, preset));
        values.put("symmetry_operations", (double) symmetry.operations().size());
        values.put("neighbour_number", neighbours.map(Neighbours::number).orElse(Double.NaN));
        values.put("neighbour_distance", neighbours.map(Neighbours::shortestA).orElse(Double.NaN));
        return values;
    }

    /**
     * Polarisability per formula unit in Å³ of a crystal of dielectric constant ε, (3Ω/4π)(ε−1)/(ε+2) (Clausius and
     * Mossotti, Gaussian units).
     */
    public static double polarizabilityA3(double volumePerUnitA3, double dielectricConstant) {
        return 3 * volumePerUnitA3 / (4 * Math.PI) * (dielectricConstant - 1) / (dielectricConstant + 2);
    }

    /** The population standard deviation; without its divisor in {@code paper}. */
    private static double spread(double[] values, Preset preset) {
        // from the first value: equal ones then spread by exactly nothing, which ranks must not tell apart
        double mean = Arrays.stream(values).map(x -> x - values[0]).sum() / values.length;
        double squares = Arrays.stream(values)
                .map(x -> (x - values[0] - mean) * (x - values[0] - mean))
                .sum();
        return Math.sqrt(preset == Preset.PAPER ? squares : squares / values.length);
    }
}
