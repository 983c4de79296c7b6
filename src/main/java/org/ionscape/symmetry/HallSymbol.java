package org.ionscape.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generators that a Hall symbol spells (S. R. Hall, Acta Cryst. A 37, 517 (1981), doi:10.1107/S0567739481001228;
 * International Tables B, appendix A1.4.2). Translations are counted in twelfths of the conventional vectors.
 *
 * @param centring translations of the lattice within the conventional cell, zero first
 * @param generators the others
 */
record HallSymbol(List<int[]> centring, List<Generator> generators) {
    /** A rotation with a translation in twelfths. */
    record Generator(IntMatrix rotation, int[] twelfths) {
        Generator after(Generator other) {
            double[] moved = rotation.times(other.twelfths[0], other.twelfths[1], other.twelfths[2]);
            int[] sum = new int[3];
            for (int k = 0; k < 3; k++) {
                sum[k] = Math.floorMod((int) moved[k] + twelfths[k], TWELFTHS);
            }
            return new Generator(rotation.times(other.rotation), sum);
        }
    }

    static final int TWELFTHS = 12;

    private static final Pattern PART = Pattern.compile("(-?)([12346])([1-5]?)([xyz'\"*]?)([abcnuvwd]*)");
    private static final Pattern SHIFT = Pattern.compile("\\((-?\\d+) (-?\\d+) (-?\\d+)\\)");

    private static final Map<Character, int[][]> CENTRING = Map.of(
            'P', new int[][] {{0, 0, 0}},
            'A', new int[][] {{0, 0, 0}, {0, 6, 6}},
            'C', new int[][] {{0, 0, 0}, {6, 6, 0}},
            'I', new int[][] {{0, 0, 0}, {6, 6, 6}},
            'R', new int[][] {{0, 0, 0}, {8, 4, 4}, {4, 8, 8}},
            'F', new int[][] {{0, 0, 0}, {0, 6, 6}, {6, 0, 6}, {6, 6, 0}});

    private static final Map<Character, int[]> TRANSLATION = Map.of(
            'a', new int[] {6, 0, 0},
            'b', new int[] {0, 6, 0},
            'c', new int[] {0, 0, 6},
            'n', new int[] {6, 6, 6},
            'u', new int[] {3, 0, 0},
            'v', new int[] {0, 3, 0},
            'w', new int[] {0, 0, 3},
            'd', new int[] {3, 3, 3});

    /** Rotations about z by order; those about x and y follow by cyclic exchange of axes. */
    private static final Map<Character, IntMatrix> ABOUT_Z = Map.of(
            '1', IntMatrix.IDENTITY,
            '2', new IntMatrix(-1, 0, 0, 0, -1, 0, 0, 0, 1),
            '3', new IntMatrix(0, -1, 0, 1, -1, 0, 0, 0, 1),
            '4', new IntMatrix(0, -1, 0, 1, 0, 0, 0, 0, 1),
            '6', new IntMatrix(1, -1, 0, 1, 0, 0, 0, 0, 1));

    private static final IntMatrix ABOUT_A_MINUS_B = new IntMatrix(0, -1, 0, -1, 0, 0, 0, 0, -1);
    private static final IntMatrix ABOUT_A_PLUS_B = new IntMatrix(0, 1, 0, 1, 0, 0, 0, 0, -1);
    private static final IntMatrix ABOUT_DIAGONAL = new IntMatrix(0, 0, 1, 1, 0, 0, 0, 1, 0);

    static HallSymbol parse(String symbol) {
        String text = symbol;
        int[] shift = new int[3];
        Matcher shifted = SHIFT.matcher(symbol);
        if (shifted.find()) {
            text = symbol.substring(0, shifted.start()).strip();
            for (int k = 0; k < 3; k++) {
                shift[k] = Integer.parseInt(shifted.group(k + 1));
            }
        }
        String[] parts = text.split(" ");
        boolean centrosymmetric = parts[0].startsWith("-");
        char lattice = parts[0].charAt(parts[0].length() - 1);
        List<Generator> generators = new ArrayList<>();
        if (centrosymmetric) {
            generators.add(shifted(new Generator(IntMatrix.INVERSION, new int[3]), shift));
        }
        char orderBefore = ' ';
        for (int i = 1; i < parts.length; i++) {
            Matcher part = PART.matcher(parts[i]);
            if (!part.matches()) {
                throw new IllegalArgumentException("“" + symbol + "” is no Hall symbol");
            }
            generators.add(shifted(generator(part, i, orderBefore), shift));
            orderBefore = part.group(2).charAt(0);
        }
        return new HallSymbol(List.of(CENTRING.get(lattice)), List.copyOf(generators));
    }

    private static Generator generator(Matcher part, int position, char orderBefore) {
        char order = part.group(2).charAt(0);
        String axis = part.group(4).isEmpty() ? defaultAxis(order, position, orderBefore) : part.group(4);
        IntMatrix rotation = switch (axis) {
            case "*" -> ABOUT_DIAGONAL;
            case "'" -> ABOUT_A_MINUS_B;
            case "\"" -> ABOUT_A_PLUS_B;
            case "x" -> cyclic(ABOUT_Z.get(order), 1);
            case "y" -> cyclic(ABOUT_Z.get(order), 2);
            default -> ABOUT_Z.get(order);
        };
        int[] twelfths = new int[3];
        if (!part.group(3).isEmpty()) { // a screw; only those along z are written so
            twelfths[2] = Integer.parseInt(part.group(3)) * TWELFTHS / (order - '0');
        }
        for (char letter : part.group(5).toCharArray()) {
            for (int k = 0; k < 3; k++) {
                twelfths[k] += TRANSLATION.get(letter)[k];
            }
        }
        return new Generator(part.group(1).isEmpty() ? rotation : rotation.negative(), twelfths);
    }

    /** The axis that goes without saying: z for the first, then by what stands before. */
    private static String defaultAxis(char order, int position, char orderBefore) {
        if (position == 2 && order == '2') {
            return orderBefore == '2' || orderBefore == '4' ? "x" : "'";
        }
        return position == 3 && order == '3' ? "*" : "z";
    }

    private static IntMatrix cyclic(IntMatrix m, int by) {
        int[] moved = new int[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                moved[3 * ((i + by) % 3) + (j + by) % 3] = m.get(i, j);
            }
        }
        return new IntMatrix(moved);
    }

    /** V S V⁻¹ with V the change of origin. */
    private static Generator shifted(Generator s, int[] v) {
        double[] moved = s.rotation.times(v[0], v[1], v[2]);
        int[] twelfths = new int[3];
        for (int k = 0; k < 3; k++) {
            twelfths[k] = Math.floorMod(s.twelfths[k] + v[k] - (int) moved[k], TWELFTHS);
        }
        return new Generator(s.rotation, twelfths);
    }
}
