/**
 * From a stiffness matrix to moduli, hardness, sound velocities. Begin at {@link org.ionscape.elastic.Elasticity}. Pure
 * computation.
 */
package org.ionscape.elastic;
