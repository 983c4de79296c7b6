package org.ionscape.learn.tree;

/**
 * A way to part the rows of a node.
 *
 * @param threshold rows with at most this value go to the lower side
 * @param decrease of the weighted sum of squared errors
 */
record Split(int feature, double threshold, double decrease) {}
