/** LAMMPS text dumps. Begin at {@link org.ionscape.format.lammps.LammpsDumpReader}. */
package org.ionscape.format.lammps;
