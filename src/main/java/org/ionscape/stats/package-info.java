/**
 * Statistics of tables: correlations with their p-values ({@link org.ionscape.stats.CorrelationMatrix}), one pair in
 * detail ({@link org.ionscape.stats.PairStatistics}), components ({@link org.ionscape.stats.Pca}); classes of rows lie in
 * {@code stats.cluster}. Works on plain columns {@code double[column][row]} in which a value that is not finite is
 * missing; knows no descriptors and no crystals. May use the floors below.
 */
package org.ionscape.stats;
