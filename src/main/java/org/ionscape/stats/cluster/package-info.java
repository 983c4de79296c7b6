/**
 * Classes of rows: {@link org.ionscape.stats.cluster.KMeans} and how many classes there are
 * ({@link org.ionscape.stats.cluster.ClusterCounts}, {@link org.ionscape.stats.cluster.Silhouette},
 * {@link org.ionscape.stats.cluster.Gap}), hierarchical and density-based classes beside it
 * ({@link org.ionscape.stats.cluster.OtherClusters}), how stable classes are and what they are made of. Rows are points
 * {@code double[row][dimension]} without missing values. May use {@code stats} and the floors below.
 */
package org.ionscape.stats.cluster;
