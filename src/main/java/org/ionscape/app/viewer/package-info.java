/**
 * A run in space and in plots: the trajectory with its player, the run's own figures and where its numbers come from.
 * Views here bind to {@link org.ionscape.app.Workbench}; what they decide and the geometry of the picture lie in
 * {@code scene}, which needs no toolkit. Begin at {@link org.ionscape.app.viewer.ViewerPane}.
 */
package org.ionscape.app.viewer;
