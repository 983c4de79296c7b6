package org.ionscape.format;

import java.util.List;
import java.util.Map;

/**
 * What a reader may be told that the file itself does not say.
 *
 * @param speciesOfBlocks element of each block of atoms, for a VASP 4 XDATCAR (from POSCAR or POTCAR beside it); empty
 *     when unknown
 * @param elementOfType element of each LAMMPS type, for a dump without an element column; empty when unknown
 */
public record ReadHints(List<String> speciesOfBlocks, Map<String, String> elementOfType) {
    public static final ReadHints NONE = new ReadHints(List.of(), Map.of());

    public ReadHints {
        speciesOfBlocks = List.copyOf(speciesOfBlocks);
        elementOfType = Map.copyOf(elementOfType);
    }
}
