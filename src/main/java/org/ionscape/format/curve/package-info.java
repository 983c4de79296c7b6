/** Curves that other programs computed of a run and left beside it: begin at {@link org.ionscape.format.curve.Overlays}. */
package org.ionscape.format.curve;
