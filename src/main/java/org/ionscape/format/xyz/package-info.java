/** Extended XYZ. Begin with {@link org.ionscape.format.xyz.ExtendedXyzReader}. */
package org.ionscape.format.xyz;
