/**
 * Figures of correlations, components and classes as values: {@link org.ionscape.figure.stats.MatrixFigure},
 * {@link org.ionscape.figure.stats.RankingFigure}, {@link org.ionscape.figure.stats.ScatterFigure} … all
 * {@link org.ionscape.figure.Drawing}s, drawn alike on the screen and in files with a {@code Pen}. May use
 * {@code figure} and the floors below.
 */
package org.ionscape.figure.stats;
