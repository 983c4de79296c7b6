package org.ionscape.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.compute.Problem;
import org.ionscape.format.csv.DescriptorsCsv;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;
import org.ionscape.table.Units;

/**
 * A person's own values of a compound, in the units of the catalogue; keys that it does not list stand for themselves.
 *
 * @param values by key
 * @param problems what could not be used
 */
record OwnDescriptors(Map<String, DescriptorValue> values, List<Problem> problems) {
    /** Reads a {@code descriptors.csv}; {@code name} stands in the sources. */
    static OwnDescriptors read(Path file, String name) {
        DescriptorsCsv csv = DescriptorsCsv.read(file);
        List<Problem> problems = new ArrayList<>(csv.problems());
        Map<String, DescriptorValue> values = new LinkedHashMap<>();
        for (DescriptorsCsv.Entry entry : csv.entries()) {
            Optional<Descriptor> known = descriptor(entry.key());
            String key = known.map(Descriptor::key).orElse(entry.key());
            String unit = known.map(Descriptor::unit).orElse(entry.unit());
            OptionalDouble factor = Units.factor(entry.unit(), unit);
            String source = name + ", line " + entry.line()
                    + (entry.source().isEmpty() ? "" : ": " + entry.source())
                    + (entry.unit().isEmpty() || factor.orElse(1) == 1 ? "" : ", given in " + entry.unit());
            if (factor.isEmpty()) {
                String wanted = unit.isEmpty() ? "has no unit" : "is measured in " + unit;
                String message = key + " " + wanted + ", not in “" + entry.unit() + "”; the value is not used";
                problems.add(Problem.at(file, entry.line(), message));
                values.putIfAbsent(key, DescriptorValue.missing(unit, name + ": " + message));
            } else {
                double f = factor.getAsDouble();
                values.putIfAbsent(key, DescriptorValue.of(entry.value() * f, entry.stderr() * f, unit, source));
            }
        }
        return new OwnDescriptors(values, problems);
    }

    /** By key, else by symbol. */
    private static Optional<Descriptor> descriptor(String name) {
        return Catalogue.all()
                .of(name)
                .or(() -> Catalogue.lopez().descriptors().values().stream()
                        .filter(d -> d.alias().equals(name) || d.plainSymbol().equals(name))
                        .findFirst());
    }
}
