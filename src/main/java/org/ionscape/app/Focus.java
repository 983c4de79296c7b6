package org.ionscape.app;

import java.util.List;

/** What the window is about at the moment: nothing, a run, or the runs of a compound. */
public sealed interface Focus {
    /** Nothing is selected. */
    record Nothing() implements Focus {}

    /** One run. */
    record Run(RunItem item) implements Focus {}

    /** All runs of a compound; for its Arrhenius plot. */
    record Compound(String name, List<RunItem> runs) implements Focus {
        public Compound {
            runs = List.copyOf(runs);
        }
    }
}
