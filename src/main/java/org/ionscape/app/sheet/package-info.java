/**
 * The tables of the open project as all places see them: computed rows, imported ones, what was typed over them, the rows
 * that are looked at and those that are selected. Observable state without controls, touched on the window's thread only.
 */
package org.ionscape.app.sheet;
