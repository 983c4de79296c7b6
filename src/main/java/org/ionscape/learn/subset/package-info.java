/**
 * The search for the features that are enough. Begin at {@link org.ionscape.learn.subset.SubsetStudy}: it screens subsets
 * with one of the {@code SubsetSearch}es and judges the best again. Most of the time goes into the scores of subsets; for
 * boosted extra-trees {@code BoostKernel} gives them.
 */
package org.ionscape.learn.subset;
