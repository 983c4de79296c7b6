/**
 * Statistics of tables: correlations with their p-values ({@link org.ionscape.stats.CorrelationMatrix}), components
 * ({@link org.ionscape.stats.Pca}) and clusters ({@link org.ionscape.stats.KMeans}). Works on plain columns
 * {@code double[column][row]} in which a value that is not finite is missing; knows no descriptors and no crystals. May
 * use the floors below.
 */
package org.ionscape.stats;
