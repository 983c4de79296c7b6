/** The window's frame: menu, bars, palette, welcome page, themes and what is remembered of a person. */
package org.ionscape.app.shell;
