package org.ionscape.crystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which species each atom of a cell is. Species are elements by symbol, or a name of its own where a file gives no
 * element (a LAMMPS type without a map: {@code "type1"}). A species named twice in a file is one species here; the
 * order is that of first appearance. Immutable.
 */
public final class Atoms {
    private final List<String> species;
    private final int[] speciesOfAtom;

    /** From the species name of every atom, in file order. */
    public Atoms(List<String> nameOfAtom) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> index = new LinkedHashMap<>();
        speciesOfAtom = new int[nameOfAtom.size()];
        for (int i = 0; i < speciesOfAtom.length; i++) {
            String name = nameOfAtom.get(i);
            Integer known = index.putIfAbsent(name, names.size());
            if (known == null) {
                known = names.size();
                names.add(name);
            }
            speciesOfAtom[i] = known;
        }
        species = List.copyOf(names);
    }

    /** From blocks as POSCAR and XDATCAR give them: names and counts of equal length; a name may come twice. */
    public static Atoms ofBlocks(List<String> names, int[] counts) {
        List<String> nameOfAtom = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            for (int k = 0; k < counts[i]; k++) {
                nameOfAtom.add(names.get(i));
            }
        }
        return new Atoms(nameOfAtom);
    }

    public int count() {
        return speciesOfAtom.length;
    }

    /** The distinct species in order of first appearance. */
    public List<String> species() {
        return species;
    }

    public int speciesIndex(int atom) {
        return speciesOfAtom[atom];
    }

    public String speciesOf(int atom) {
        return species.get(speciesOfAtom[atom]);
    }

    /** The atoms of the named species, ascending. */
    public int[] indicesOf(List<String> names) {
        int[] indices = new int[speciesOfAtom.length];
        int n = 0;
        for (int i = 0; i < speciesOfAtom.length; i++) {
            if (names.contains(species.get(speciesOfAtom[i]))) {
                indices[n++] = i;
            }
        }
        return Arrays.copyOf(indices, n);
    }

    /** Number of atoms of each species, in order of first appearance. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int index : speciesOfAtom) {
            counts.merge(species.get(index), 1, Integer::sum);
        }
        return counts;
    }

    /** Mass of each atom in u; 1 for a species that is no element, so that centres of mass stay defined. */
    public double[] massesU() {
        double[] bySpecies = species.stream()
                .mapToDouble(s -> Element.ofLabel(s).map(Element::massU).orElse(1.0))
                .toArray();
        return Arrays.stream(speciesOfAtom).mapToDouble(i -> bySpecies[i]).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Atoms atoms
                && species.equals(atoms.species)
                && Arrays.equals(speciesOfAtom, atoms.speciesOfAtom);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(speciesOfAtom);
    }

    @Override
    public String toString() {
        return counts().toString();
    }
}
