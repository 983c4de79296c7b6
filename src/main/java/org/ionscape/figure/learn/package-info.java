/** Figures of learning: what models predict, how far they are off, how they compare and what they learned from. */
package org.ionscape.figure.learn;
