/**
 * Cells, elements, atoms, formulae, families: what every floor above says about matter. Ground floor; values only.
 */
package org.ionscape.crystal;
