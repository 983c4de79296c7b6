package org.ionscape.stats.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How rows are put into classes. */
public enum ClusterMethod {
    /** Around as many means as are asked for. */
    K_MEANS("k-means"),
    /** Ward's tree of merges, cut into as many branches as are asked for. */
    WARD("Ward's tree"),
    /** Regions denser than what lies between, however dense they are; how many there are is found. */
    HDBSCAN("HDBSCAN"),
    /** Regions where points have neighbours within a radius; how many there are is found. */
    DBSCAN("DBSCAN");

    private final String words;

    ClusterMethod(String words) {
        this.words = words;
    }

    /** As in a sentence. */
    public String words() {
        return words;
    }

    /** As written on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ClusterMethod> ofLabel(String label) {
        return Arrays.stream(values()).filter(m -> m.label().equals(label)).findFirst();
    }

    /** Whether the number of classes is asked for, and not found. */
    public boolean isCounted() {
        return this == K_MEANS || this == WARD;
    }
}
