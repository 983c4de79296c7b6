package org.ionscape.app.explorer;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.TreeItem;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStatus;
import org.ionscape.crystal.Family;
import org.ionscape.format.scan.Stoichiometry;

/** Groups runs into family, compound, stoichiometry and temperature, after the filter. */
final class RunTree {
    private static final List<Family> ORDER =
            List.of(Family.LI, Family.NA, Family.HALIDE, Family.AG_CU, Family.O, Family.K, Family.OTHER);
    private static final Comparator<RunItem> BY_TEMPERATURE = Comparator.comparingDouble(
                    (RunItem i) -> i.temperatureK().orElse(Double.MAX_VALUE))
            .thenComparing(RunItem::shortName)
            .thenComparingLong(RunItem::id);

    private RunTree() {}

    /** Whether a run has one of the statuses (none: any) and every word of the text in its names. */
    static boolean matches(RunItem item, String text, Set<RunStatus> statuses) {
        RunStatus status = item.status() == RunStatus.QUEUED ? RunStatus.RUNNING : item.status();
        if (!statuses.isEmpty() && !statuses.contains(status)) {
            return false;
        }
        String all = (item.longName() + " " + item.family().label() + " "
                        + item.info().path())
                .toLowerCase(Locale.ROOT);
        return List.of(text.toLowerCase(Locale.ROOT).trim().split("\\s+")).stream()
                .allMatch(all::contains);
    }

    static TreeItem<RunNode> build(List<RunItem> items) {
        TreeItem<RunNode> root = new TreeItem<>(new RunNode.Root());
        Map<Family, List<RunItem>> families = group(items, RunItem::family, Comparator.comparingInt(ORDER::indexOf));
        families.forEach((family, ofFamily) -> {
            TreeItem<RunNode> familyRow = new TreeItem<>(new RunNode.FamilyNode(family, ofFamily.size()));
            group(ofFamily, i -> i.info().compound(), Comparator.<String>naturalOrder())
                    .forEach((compound, ofCompound) ->
                            familyRow.getChildren().add(compoundRow(family, compound, ofCompound)));
            root.getChildren().add(familyRow);
        });
        return root;
    }

    private static TreeItem<RunNode> compoundRow(Family family, String compound, List<RunItem> items) {
        RunNode.CompoundNode node = new RunNode.CompoundNode(family, compound, items.size());
        TreeItem<RunNode> row = new TreeItem<>(node);
        group(items, i -> i.info().stoichiometry(), Comparator.<Stoichiometry>naturalOrder())
                .forEach((stoichiometry, runs) -> {
                    TreeItem<RunNode> below = new TreeItem<>(
                            new RunNode.StoichiometryNode(node.key(), stoichiometry.label(), runs.size()));
                    Map<String, List<RunItem>> alike = runs.stream().collect(Collectors.groupingBy(RunItem::shortName));
                    runs.stream()
                            .sorted(BY_TEMPERATURE)
                            .forEach(i -> below.getChildren()
                                    .add(new TreeItem<>(new RunNode.Leaf(i, where(i, alike.get(i.shortName()))))));
                    row.getChildren().add(below);
                });
        return row;
    }

    /** The first folder on the way to a run that others of the same name do not lie in; empty where it has no such. */
    static String where(RunItem item, List<RunItem> alike) {
        Path path = item.info().path();
        for (int i = 0; i < path.getNameCount() && alike.size() > 1; i++) {
            Path upTo = path.getRoot() == null
                    ? path.subpath(0, i + 1)
                    : path.getRoot().resolve(path.subpath(0, i + 1));
            if (alike.stream().anyMatch(o -> !o.info().path().startsWith(upTo))) {
                return path.getName(i).toString();
            }
        }
        return "";
    }

    private static <K> Map<K, List<RunItem>> group(List<RunItem> items, Function<RunItem, K> key, Comparator<K> order) {
        return items.stream().collect(Collectors.groupingBy(key, () -> new TreeMap<>(order), Collectors.toList()));
    }
}
