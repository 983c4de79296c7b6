package org.ionscape.format.vasp;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;

/**
 * What an OUTCAR holds besides a trajectory: elastic moduli, dielectric response, zone-centre modes, band gap.
 *
 * @param stiffnessGPa the total elastic moduli with ions relaxed, 6 × 6 in GPa, order xx yy zz yz xz xy
 * @param densityGPerCm3 from the masses of the potentials and the volume of the first cell, which is the undistorted one
 * @param atomsPerA3 number density of that cell
 * @param response electrons and ions
 */
public record OutcarProperties(
        Optional<double[][]> stiffnessGPa,
        OptionalDouble densityGPerCm3,
        OptionalDouble atomsPerA3,
        CrystalResponse response) {
    /**
     * Reads a file through its compression, once from beginning to end; memory is bounded by the number of ions.
     *
     * @throws InputException when it cannot be read or a table in it is damaged
     */
    public static OutcarProperties read(Path file, Progress progress) {
        try (OutcarTables tables = new OutcarTables(file, progress)) {
            return tables.read();
        }
    }
}
