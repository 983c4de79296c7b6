package org.ionscape.app.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ionscape.learn.prepare.RedundancyFilter;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;

/** The columns that can be learned from, which of them the filter of redundant ones leaves, and which the person wants. */
public final class FeatureChoice {
    private static final int MOST_KINDS = 12;

    private final ObservableList<Feature> features =
            FXCollections.observableArrayList(f -> new javafx.beans.Observable[] {f.wantedProperty()});
    private final Set<String> preferred = new TreeSet<>();
    private final Map<String, Boolean> ticked = new LinkedHashMap<>();
    private List<Column> columns = List.of();
    private Optional<RedundancyFilter.Result> redundant = Optional.empty();
    private boolean filling;

    /** Whether features go that say the same as one that stays. */
    public final BooleanProperty filter = new SimpleBooleanProperty();

    /** |r| from which two say the same. */
    public final DoubleProperty threshold = new SimpleDoubleProperty(RedundancyFilter.THRESHOLD);

    FeatureChoice() {
        filter.addListener((o, old, now) -> refilter());
        threshold.addListener((o, old, now) -> refilter());
    }

    /** All of them, in the order of the table; each says whether it is wanted. */
    public ObservableList<Feature> all() {
        return features;
    }

    /** Keys of those that are wanted. */
    public List<String> wanted() {
        return features.stream().filter(Feature::isWanted).map(Feature::key).toList();
    }

    /** Wants these and no others. */
    public void want(List<String> keys) {
        features.forEach(f -> f.wantedProperty().set(keys.contains(f.key())));
    }

    /** The groups found by the filter; empty while it is off. */
    public Optional<RedundancyFilter.Result> redundant() {
        return redundant;
    }

    /** Keeps one of a redundant group in place of the one kept now. */
    public void prefer(String key) {
        redundant.ifPresent(found ->
                found.groups().stream().filter(group -> group.contains(key)).forEach(preferred::removeAll));
        preferred.add(key);
        refilter();
    }

    List<String> preferred() {
        return List.copyOf(preferred);
    }

    /** What the person ticked and unticked against the filter. */
    Map<String, Boolean> ticked() {
        return new LinkedHashMap<>(ticked);
    }

    /** Takes up what was chosen in an earlier session. */
    void restore(List<String> liked, Map<String, Boolean> ticks) {
        preferred.clear();
        preferred.addAll(liked);
        ticked.clear();
        ticked.putAll(ticks);
        show();
    }

    /** Offers other columns; ticks for columns of the same name stay. */
    void offer(List<Column> others) {
        columns = List.copyOf(others);
        show();
    }

    /** What the filter says counts again, for everything. */
    private void refilter() {
        ticked.clear();
        show();
    }

    private void show() {
        filling = true;
        redundant = filter.get() && !columns.isEmpty() ? Optional.of(found()) : Optional.empty();
        List<String> gone = redundant
                .map(r -> r.dropped().stream()
                        .map(RedundancyFilter.Dropped::feature)
                        .toList())
                .orElse(List.of());
        List<Feature> now = new ArrayList<>();
        for (Column column : columns) {
            Feature feature = new Feature(Catalogue.all().describe(column));
            feature.wantedProperty()
                    .set(ticked.getOrDefault(column.key(), divides(column) && !gone.contains(column.key())));
            feature.wantedProperty().addListener((o, old, wanted) -> tick(feature.key(), wanted));
            now.add(feature);
        }
        features.setAll(now);
        filling = false;
    }

    /**
     * Whether a column says something of rows not seen: text that has nearly as many values as there are rows, names or
     * references, or one for all, does not, and is left to the person to tick.
     */
    private static boolean divides(Column column) {
        if (!(column instanceof Column.TextColumn texts)) {
            return true;
        }
        long kinds =
                texts.values().stream().filter(v -> !v.isEmpty()).distinct().count();
        return kinds > 1 && kinds <= MOST_KINDS;
    }

    private void tick(String key, boolean wanted) {
        if (!filling) {
            ticked.put(key, wanted);
        }
    }

    private RedundancyFilter.Result found() {
        List<Column.NumberColumn> numbers =
                columns.stream().flatMap(c -> c.asNumbers().stream()).toList();
        List<String> keys = numbers.stream().map(Column::key).toList();
        return RedundancyFilter.filter(
                numbers,
                threshold.get(),
                preferred.stream().filter(keys::contains).toList());
    }
}
