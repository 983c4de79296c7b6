/**
 * What a trajectory looks like, worked out without a toolkit: the camera, atoms, bonds, trails and cell as arrays in
 * drawing order, which atom lies under a point, and the arithmetic of playing. Begin at {@link
 * org.ionscape.app.viewer.scene.Scene}.
 */
package org.ionscape.app.viewer.scene;
