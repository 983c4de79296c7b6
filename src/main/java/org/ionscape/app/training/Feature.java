package org.ionscape.app.training;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.ionscape.table.Descriptor;

/** A column that can be learned from, and whether it is. */
public final class Feature {
    private final Descriptor descriptor;
    private final BooleanProperty wanted = new SimpleBooleanProperty(true);

    Feature(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    public String key() {
        return descriptor.key();
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    public BooleanProperty wantedProperty() {
        return wanted;
    }

    public boolean isWanted() {
        return wanted.get();
    }
}
