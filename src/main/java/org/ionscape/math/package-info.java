/** Numerical glue shared by all floors above: Fourier transforms. Ground floor; knows no physics. */
package org.ionscape.math;
