/**
 * Frames of a simulation and paths through them. Begin at {@link org.ionscape.trajectory.Trajectory}; readers fill a
 * {@link org.ionscape.trajectory.FrameStore}. Uses {@code crystal}, {@code math} and {@code compute}.
 */
package org.ionscape.trajectory;
