/**
 * The command line: picocli commands that call the same services as the window and print or write what they return.
 * Begin at {@link org.ionscape.cli.Cli}.
 */
package org.ionscape.cli;
