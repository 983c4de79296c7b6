/**
 * What a model has learned, told feature by feature: {@link org.ionscape.learn.explain.Importances} and
 * {@link org.ionscape.learn.explain.Response}. Features are those of the table: the columns that one category becomes
 * belong together.
 */
package org.ionscape.learn.explain;
