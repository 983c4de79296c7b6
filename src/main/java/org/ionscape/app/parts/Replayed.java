package org.ionscape.app.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ionscape.recipe.Recipe;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Table;
import org.ionscape.table.Variables;

/**
 * What a replayed recipe says that no control of the place does.
 *
 * @param title of the recipe; empty where none was replayed
 * @param columns keys or symbols of those used; of none, all that hold numbers
 * @param seed of everything random
 */
public record Replayed(String title, List<String> columns, long seed) {
    public static final Replayed NOTHING = new Replayed("", List.of(), 0);

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    /** As it is kept in the project. */
    public static final Chosen.Form<Replayed> FORM = new Chosen.Form<>(Replayed::written, Replayed::read);

    public Replayed {
        title = Objects.requireNonNullElse(title, "");
        columns = List.copyOf(Objects.requireNonNullElse(columns, List.of()));
    }

    public static Replayed of(Recipe recipe, List<String> columns) {
        return columns.isEmpty() && recipe.seed() == 0 ? NOTHING : new Replayed(recipe.title(), columns, recipe.seed());
    }

    /** Keys of the columns used in a table. */
    public List<String> columns(Table table) {
        return columns.isEmpty()
                ? Variables.of(table).stream()
                        .filter(c -> c.present() > 0)
                        .map(NumberColumn::key)
                        .toList()
                : columns.stream().map(c -> key(c, table)).distinct().toList();
    }

    /** The same in the words of a recipe: none where all are used, so that it fits other tables too. */
    public List<String> columnsOfStep(Table table) {
        List<String> used = columns(table);
        return used.size() == Variables.of(table).size() && columns.isEmpty() ? List.of() : used;
    }

    private static String key(String name, Table table) {
        try {
            return Catalogue.all().resolve(name, table).orElse(name);
        } catch (Catalogue.AmbiguousName e) {
            return name; // the step refuses it in words
        }
    }

    /** In a few words: “12 columns, seed 7”. */
    String words() {
        String some = columns.isEmpty() ? "" : columns.size() + " columns";
        String random = seed == 0 ? "" : "seed " + seed;
        return some + (some.isEmpty() || random.isEmpty() ? "" : ", ") + random;
    }

    private String written() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Replayed> read(String text) {
        try {
            return Optional.of(MAPPER.readValue(text, Replayed.class));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // written by something else
        }
    }
}
