/**
 * The project file: runs, corrections, settings and results in one SQLite file that survives crashes and opens in any
 * language. Begin at {@link org.ionscape.project.Project}. Results are kept as JSON texts; what is in them is the
 * business of the floors above.
 */
package org.ionscape.project;
