/**
 * Tables of numbers and categories with units and missing values, the catalogues that say what a descriptor is, and
 * the choice of rows by a condition. Begin with {@link org.ionscape.table.Table}; the next floor reads and writes them
 * ({@code format.csv}) and computes with them ({@code stats}, {@code learn}).
 */
package org.ionscape.table;
