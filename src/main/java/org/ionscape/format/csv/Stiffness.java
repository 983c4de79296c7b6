package org.ionscape.format.csv;

import java.util.OptionalDouble;
import org.ionscape.crystal.Element;
import org.ionscape.crystal.Formula;

/**
 * The elastic constants of a crystal as a file gives them.
 *
 * @param name of the crystal
 * @param formula of it; empty where the file gives none
 * @param componentsGPa 6 × 6 in GPa, order xx yy zz yz xz xy; not necessarily symmetric
 * @param densityGPerCm3 where the file tells it
 * @param atomsPerA3 number density, where density and formula tell it
 */
public record Stiffness(
        String name,
        String formula,
        double[][] componentsGPa,
        OptionalDouble densityGPerCm3,
        OptionalDouble atomsPerA3) {
    /** u/Å³ in g/cm³. */
    private static final double G_PER_CM3 = 1.66053906660;

    /** With the number density that a formula and a density give, if both are known. */
    static Stiffness of(String name, double[][] componentsGPa, double densityGPerCm3, String formula) {
        if (!(densityGPerCm3 > 0)) {
            return new Stiffness(name, formula, componentsGPa, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double massU = 0;
        double atoms = 0;
        for (var part : Formula.composition(formula).entrySet()) {
            massU += part.getValue()
                    * Element.of(part.getKey()).map(Element::massU).orElse(Double.NaN);
            atoms += part.getValue();
        }
        double perA3 = densityGPerCm3 / G_PER_CM3 * atoms / massU;
        return new Stiffness(
                name,
                formula,
                componentsGPa,
                OptionalDouble.of(densityGPerCm3),
                perA3 > 0 ? OptionalDouble.of(perA3) : OptionalDouble.empty());
    }
}
