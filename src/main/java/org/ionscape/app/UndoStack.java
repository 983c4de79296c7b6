package org.ionscape.app;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What was done, to be undone and done again. Labels are empty while there is nothing to undo or redo. */
public final class UndoStack {
    private static final int DEPTH = 500;

    /** A change that knows its way back. */
    public record Change(String label, Runnable apply, Runnable revert) {}

    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private final ReadOnlyStringWrapper undoLabel = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoLabel = new ReadOnlyStringWrapper("");

    /** Applies a change and remembers it. */
    public void perform(Change change) {
        change.apply().run();
        done.push(change);
        undone.clear();
        if (done.size() > DEPTH) {
            done.removeLast();
        }
        relabel();
    }

    public void undo() {
        if (!done.isEmpty()) {
            Change change = done.pop();
            change.revert().run();
            undone.push(change);
            relabel();
        }
    }

    public void redo() {
        if (!undone.isEmpty()) {
            Change change = undone.pop();
            change.apply().run();
            done.push(change);
            relabel();
        }
    }

    void clear() {
        done.clear();
        undone.clear();
        relabel();
    }

    public ReadOnlyStringProperty undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }

    private void relabel() {
        undoLabel.set(done.isEmpty() ? "" : done.peek().label());
        redoLabel.set(undone.isEmpty() ? "" : undone.peek().label());
    }
}
