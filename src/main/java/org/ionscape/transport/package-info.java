/**
 * From paths to mean-squared displacements, diffusion coefficients, conductivities and activation energies. Pure
 * computation on {@link org.ionscape.trajectory.Trajectory}; nothing here reads files or knows of projects.
 */
package org.ionscape.transport;
