package org.ionscape;

import org.ionscape.app.shell.WorkbenchApp;
import org.ionscape.cli.Cli;

/** Decides between the two faces of the program: a first argument that is a command runs it, anything else the window. */
public final class Ionscape {
    private Ionscape() {}

    public static void main(String[] arguments) {
        // Java2D measures and draws figures; it has no window, so that it need not look for screens, which takes time
        System.setProperty("java.awt.headless", "true");
        if (Cli.isCommand(arguments)) {
            System.exit(Cli.run(arguments));
        }
        try {
            WorkbenchApp.launch(arguments);
        } catch (UnsupportedOperationException e) { // thrown by JavaFX where it finds no screen
            System.err.println(
                    "Ionscape finds no display to open its window on. Start it from a desktop, or over ssh with"
                            + " -X; commands work without one: ionscape --help");
            System.exit(1);
        }
    }
}
