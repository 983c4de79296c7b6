package org.ionscape.app.explorer;

import org.ionscape.app.RunItem;
import org.ionscape.crystal.Family;

/** A row of the explorer's tree; its key names it across rebuilds and reopenings. */
sealed interface RunNode {
    String key();

    /** The invisible root. */
    record Root() implements RunNode {
        @Override
        public String key() {
            return "";
        }
    }

    record FamilyNode(Family family, int count) implements RunNode {
        @Override
        public String key() {
            return family.label();
        }
    }

    record CompoundNode(Family family, String compound, int count) implements RunNode {
        @Override
        public String key() {
            return family.label() + "/" + compound;
        }
    }

    record StoichiometryNode(String parent, String label, int count) implements RunNode {
        @Override
        public String key() {
            return parent + "/" + label;
        }
    }

    /**
     * A run.
     *
     * @param where it lies, in one folder's name, where others beside it are called alike; else empty
     */
    record Leaf(RunItem item, String where) implements RunNode {
        /** How it is called among the others beside it. */
        String name() {
            return where.isEmpty() ? item.shortName() : item.shortName() + " · " + where;
        }

        @Override
        public String key() {
            return "run " + item.id();
        }
    }
}
