/** The descriptor table: a grid drawn on a canvas, so that it stays smooth with hundreds of columns, and what is around it. */
package org.ionscape.app.table;
