/** The tree of runs at the left: family, compound, stoichiometry, temperature. */
package org.ionscape.app.explorer;
