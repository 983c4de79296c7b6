/**
 * From paths to velocities, their autocorrelation, the density of vibrational states and what follows from it by
 * harmonic statistics; the Lindemann ratio. Pure computation on {@link org.ionscape.trajectory.Trajectory}: begin at
 * {@link org.ionscape.vibration.VibrationAnalysis}.
 */
package org.ionscape.vibration;
