package org.ionscape.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ionscape.app.RunStore.Keeping;

/**
 * The open project and what is written to it. A change is written at once, in the order it was made, but never on the
 * window's thread; {@link #wordProperty} says how that stands.
 */
public final class Saving {
    private static final String SAVED = "Saved";
    private static final String COPY = "Open elsewhere: a copy, changes are not kept";

    private final Executor order;
    private final Executor window;
    private final ReadOnlyObjectWrapper<Optional<RunStore>> project = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper word = new ReadOnlyStringWrapper("");
    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private int unwritten;

    /**
     * With nothing open.
     *
     * @param order does the writing, one change after the other
     * @param window brings work to the window's thread
     */
    Saving(Executor order, Executor window) {
        this.order = order;
        this.window = window;
    }

    ReadOnlyObjectProperty<Optional<RunStore>> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /** {@code Saved}, {@code Saving…}, or why changes are not kept; empty when no project is open. */
    public ReadOnlyStringProperty wordProperty() {
        return word.getReadOnlyProperty();
    }

    void open(RunStore store) {
        settings.clear();
        settings.putAll(store.settings());
        unwritten = 0;
        word.set(store.keeping() == Keeping.KEPT ? SAVED : COPY);
        project.set(Optional.of(store));
    }

    /** Lets go of the project once all is written. */
    void close() {
        project.get().ifPresent(store -> order.execute(store::close));
        settings.clear();
        word.set("");
        project.set(Optional.empty());
    }

    /** Writes a change to the open project, if there is one. */
    public void write(Consumer<RunStore> change) {
        project.get().ifPresent(store -> {
            unwritten++;
            say(store, "Saving…");
            order.execute(() -> {
                String failure = tried(store, change);
                window.execute(() -> written(store, failure));
            });
        });
    }

    private static String tried(RunStore store, Consumer<RunStore> change) {
        try {
            change.accept(store);
            return "";
        } catch (RuntimeException e) {
            return Optional.ofNullable(e.getMessage()).orElse(e.toString());
        }
    }

    private void written(RunStore store, String failure) {
        if (project.get().filter(store::equals).isPresent()) {
            unwritten--;
            if (!failure.isEmpty()) {
                say(store, "Not saved: " + failure);
            } else if (unwritten == 0 && !word.get().startsWith("Not saved")) {
                say(store, SAVED);
            }
        }
    }

    private void say(RunStore store, String now) {
        word.set(store.keeping() == Keeping.KEPT ? now : COPY);
    }

    Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    void putSetting(String key, String value) {
        if (project.get().isPresent() && !value.equals(settings.put(key, value))) {
            write(store -> store.putSetting(key, value));
        }
    }
}
