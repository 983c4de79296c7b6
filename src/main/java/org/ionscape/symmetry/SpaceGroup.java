package org.ionscape.symmetry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One of the 230 types of space groups, in its standard setting. The table and its sources stand in
 * {@code resources/org/ionscape/symmetry/space-groups.csv}.
 *
 * @param number number in the International Tables
 * @param symbol short international symbol, an underscore before a subscript: {@code "P2_1/c"}
 * @param hall generators
 * @param rotations the rotations of the group, each once
 * @param pointGroup what they make
 */
public record SpaceGroup(int number, String symbol, HallSymbol hall, Set<IntMatrix> rotations, PointGroup pointGroup) {
    private static final List<SpaceGroup> ALL = load();

    /** All of them, by number. */
    static List<SpaceGroup> all() {
        return ALL;
    }

    private static List<SpaceGroup> load() {
        InputStream stream = SpaceGroup.class.getResourceAsStream("/org/ionscape/symmetry/space-groups.csv");
        if (stream == null) {
            throw new IllegalStateException("space-groups.csv is not on the class path");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(";"))
                    .map(c -> of(Integer.parseInt(c[0]), c[1], HallSymbol.parse(c[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpaceGroup of(int number, String symbol, HallSymbol hall) {
        Set<IntMatrix> rotations = closure(
                hall.generators().stream().map(HallSymbol.Generator::rotation).toList());
        return new SpaceGroup(
                number, symbol, hall, rotations, PointGroup.of(rotations).orElseThrow());
    }

    private static Set<IntMatrix> closure(List<IntMatrix> generators) {
        Set<IntMatrix> group = new LinkedHashSet<>(List.of(IntMatrix.IDENTITY));
        Deque<IntMatrix> open = new ArrayDeque<>(group);
        while (!open.isEmpty()) {
            IntMatrix rotation = open.remove();
            for (IntMatrix generator : generators) {
                IntMatrix product = generator.times(rotation);
                if (group.add(product)) {
                    open.add(product);
                }
            }
        }
        return group;
    }
}
