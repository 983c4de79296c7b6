package org.ionscape.symmetry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.ionscape.crystal.Structure;

/**
 * The symmetry of a structure, to a tolerance.
 *
 * @param spaceGroup its type
 * @param operations of the cell as given: rotations with their translations modulo the vectors of that cell, so that a
 *     centred cell and a supercell count their pure translations as well
 * @param pureTranslations how many of them translate only
 * @param sites how many atoms of the cell as given no operation takes into one another
 * @param conventional the same crystal in the conventional cell of the space group, whose lengths and angles are made
 *     exactly those the group demands
 * @param toleranceA the tolerance in effect, Å; smaller than the one asked for when the operations found with that were
 *     no group
 */
public record Symmetry(
        SpaceGroup spaceGroup,
        List<Operation> operations,
        int pureTranslations,
        int sites,
        Structure conventional,
        double toleranceA) {
    public Symmetry {
        operations = List.copyOf(operations);
    }

    /** Whether anything but the identity leaves the cell invariant. */
    public boolean isAny() {
        return operations.size() > 1 || spaceGroup.number() > 1;
    }

    /** The tolerance in effect as a person writes it, {@code "0.001"}. */
    public String toleranceText() {
        return BigDecimal.valueOf(toleranceA)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
