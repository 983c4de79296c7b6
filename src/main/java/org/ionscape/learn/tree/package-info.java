/**
 * Regression trees and their ensembles, on arrays: {@link org.ionscape.learn.tree.TreeGrower} grows one
 * {@link org.ionscape.learn.tree.Tree} from {@link org.ionscape.learn.tree.Columns} and a
 * {@link org.ionscape.learn.tree.Sample} of their rows; {@link org.ionscape.learn.tree.Averaging},
 * {@link org.ionscape.learn.tree.AdaBoost} and {@link org.ionscape.learn.tree.GradientBoosting} put many together into a
 * {@link org.ionscape.learn.tree.TreeEnsemble}. Begin at {@link org.ionscape.learn.tree.DecisionTree}. The ensemble of
 * the subset search is grown by a kernel of its own, in {@code subset}.
 */
package org.ionscape.learn.tree;
