/**
 * Figures as values, and the one way they are drawn: {@link org.ionscape.figure.Figure} says what is shown,
 * {@link org.ionscape.figure.FigurePainter} draws it with Java2D, on the screen through
 * {@link org.ionscape.figure.FigureView} and into files through {@link org.ionscape.figure.FigureExport}.
 */
package org.ionscape.figure;
