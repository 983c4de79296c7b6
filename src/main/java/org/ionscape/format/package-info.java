/**
 * Reading what simulation programs wrote. This package holds what all readers share ({@code TrajectoryReader}, bytes
 * through any compression, atomic writing); {@code vasp}, {@code xyz}, {@code lammps} and {@code csv} hold the formats;
 * {@code scan} recognises files and finds runs in folders, and is where to begin. Nothing here ever writes to a folder
 * it reads.
 */
package org.ionscape.format;
