/**
 * The place of correlations: matrices of coefficients and of p, columns ranked against one, and a pair in detail. Begin
 * at {@link org.ionscape.app.correlogram.CorrelogramPane}; {@code CorrelogramModel} holds what is chosen and what was
 * found, and knows no controls.
 */
package org.ionscape.app.correlogram;
