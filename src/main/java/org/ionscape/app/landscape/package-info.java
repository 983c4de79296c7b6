/**
 * The place of components and classes: where rows lie in the space of the first components, which belong together and
 * what they are made of. Begin at {@link org.ionscape.app.landscape.LandscapePane}; {@code LandscapeModel} holds what is
 * chosen and what was found, and knows no controls.
 */
package org.ionscape.app.landscape;
