/**
 * The window. This root package is its shared model: what is open, what is known of each run, what is selected. It
 * holds observable state and no controls, so that it is tested without a toolkit. Rooms: shell (window frame),
 * explorer (tree of runs), viewer (a run in space and in plots), jobs (bar at the bottom). Begin at {@link
 * org.ionscape.app.Workbench}.
 */
package org.ionscape.app;
