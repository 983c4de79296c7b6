/** Where atoms are: about one another, after some time, and in the cell. */
package org.ionscape.transport.distribution;
