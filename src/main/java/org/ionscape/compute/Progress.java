package org.ionscape.compute;

/**
 * What a piece of work may know of whoever runs it: a place to say how far it is and a way to learn that nobody wants
 * the answer any more. Kernels call {@link #check()} at least every 50 ms.
 */
public interface Progress {
    /** For tests and for work too short to watch. */
    Progress NONE = new Progress() {
        @Override
        public void report(double done, double total, String unit) {
            // nobody is watching
        }

        @Override
        public void check() {
            // and nobody cancels
        }
    };

    /**
     * Says how far the work is.
     *
     * @param done amount done so far, in {@code unit}
     * @param total amount in all; NaN or not positive when unknown
     * @param unit what is counted, for example {@code "frames"} or {@code "MB"}
     */
    void report(double done, double total, String unit);

    /**
     * Returns at once unless the work was cancelled.
     *
     * @throws java.util.concurrent.CancellationException when it was
     */
    void check();

    /** This progress seen from a part of the work that covers {@code from..to} (fractions of the whole). */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double done, double total, String unit) {
                double share = total > 0 ? Math.clamp(done / total, 0, 1) : 0;
                whole.report(100 * (from + (to - from) * share), 100, "%");
            }

            @Override
            public void check() {
                whole.check();
            }
        };
    }
}
