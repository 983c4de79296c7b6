package org.ionscape.learn.network;

/**
 * What a network does with rows of numbers, in one precision: the loops that take the time, and nothing else.
 *
 * @param <R> an array of numbers
 */
interface Rows<R> {
    /** Of zeros. */
    R zeros(int length);

    /** So many rows, none yet. */
    R[] several(int count);

    R of(double[] values);

    double[] doubles(R row);

    R copy(R row);

    int length(R row);

    /** Takes a value from the first number. */
    void less(R row, double value);

    /** Writes where a row is not zero, and returns at how many places. */
    int present(R row, int[] places);

    /** Adds {@code f[a] p} to a sum. */
    void add(R sum, R f, int a, R p);

    /** Adds {@code f[a] p + f[b] q + f[c] r + f[d] s} to a sum, which is read and written once for all four. */
    void add(R sum, R f, int a, R p, int b, R q, int c, R r, int d, R s);

    /** Adds a row to a sum. */
    void add(R sum, R row);

    /** Makes a row a column of others. */
    void turn(R row, int column, R[] rows);

    void activate(R row, Activation activation);

    /** Times the slope of what gave these values. */
    void timesSlope(R row, R values, Activation activation);

    /** {@code (g + alpha w)/n} in place of {@code g}. */
    void penalise(R g, R w, double alpha, int n);

    void divide(R row, int n);

    double squares(R row);

    void move(R w, R g, R first, R second, Rule.Adam rule);

    void move(R w, R g, R velocity, Rule.Momentum rule);
}
