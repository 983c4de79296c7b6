/**
 * From a run on disk to its numbers: reads it, calls the computing packages in the right order with the settings that
 * apply, and returns one {@link org.ionscape.extract.RunResult}. Window and command line both start here.
 */
package org.ionscape.extract;
