package org.ionscape.format.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ionscape.crystal.Formula;

/**
 * What the names of a run's folders say. The layout is {@code <family>-based/<compound>/AIMD/<stoichiometric>/<T>K}, but
 * levels may be missing, added or spelt otherwise.
 */
final class FolderNames {
    private static final Pattern TEMPERATURE =
            Pattern.compile("(?<![0-9.])((?:(?<![A-Za-z])[0-9]{1,2}|[0-9]{3,4})(?:\\.[0-9]+)?) ?K(?![a-zA-Z0-9])");
    private static final Pattern FAMILY = Pattern.compile("(?i)([a-z]{1,8}(?:[/_-][a-z]{1,2})?)[-_ ]based");
    private static final int LEVELS = 7;

    private final List<String> upwards = new ArrayList<>();

    /** Names from the run upwards; the file's own name first where it was given. */
    FolderNames(Path run) {
        for (Path p = run.toAbsolutePath().normalize(); p != null && upwards.size() < LEVELS; p = p.getParent()) {
            if (p.getFileName() != null) {
                upwards.add(p.getFileName().toString());
            }
        }
    }

    /** A name such as {@code 800K}, {@code -900K} or {@code long-run-1500K}. */
    Optional<String> temperatureName() {
        return upwards.stream().filter(n -> TEMPERATURE.matcher(n).find()).findFirst();
    }

    /** Whether the lowest of the folders has a temperature in its name. */
    boolean isNamedByTemperature() {
        return !upwards.isEmpty() && TEMPERATURE.matcher(upwards.getFirst()).find();
    }

    OptionalDouble temperatureK() {
        Optional<String> name = temperatureName();
        if (name.isEmpty()) {
            return OptionalDouble.empty();
        }
        Matcher matcher = TEMPERATURE.matcher(name.get());
        matcher.find();
        double value = Double.parseDouble(matcher.group(1));
        return value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    Stoichiometry stoichiometry() {
        for (String name : upwards) {
            String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            if (letters.contains("nonstoich") || letters.contains("offstoich") || letters.contains("vacanc")) {
                return Stoichiometry.NON_STOICHIOMETRIC;
            }
            if (letters.contains("stoich")) {
                return Stoichiometry.STOICHIOMETRIC;
            }
        }
        return Stoichiometry.UNKNOWN;
    }

    /** The folder below {@code …-based}, else the nearest that spells a formula of just these elements. */
    Optional<String> compound(Set<String> elements) {
        for (int i = 1; i < upwards.size(); i++) {
            String below = upwards.get(i - 1);
            if (FAMILY.matcher(upwards.get(i)).matches()
                    && !TEMPERATURE.matcher(below).find()) {
                return Optional.of(below);
            }
        }
        return upwards.stream().filter(n -> elementsOf(n).equals(elements)).findFirst();
    }

    /** Elements of names such as {@code LiTi2-PO4-3} and, with the phase before the formula, {@code d-Bi2O3}. */
    private static Set<String> elementsOf(String name) {
        return Formula.elementsOf(name.replaceAll("^[a-zα-ω]{1,6}[-_]", "").replaceAll("[-_() ]", ""));
    }
}
