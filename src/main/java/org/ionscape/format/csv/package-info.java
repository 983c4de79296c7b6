/** Tables of numbers written by people and other programs. */
package org.ionscape.format.csv;
