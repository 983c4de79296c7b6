package org.ionscape;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ionscape.app.shell.WorkbenchApp;
import org.ionscape.cli.Cli;

/** Decides between the two faces of the program: a first argument that is a command runs it, anything else the window. */
public final class Ionscape {
    private static final String SAMPLES = "--samples";

    private Ionscape() {}

    /** The program; its class is loaded without any of JavaFX, so that commands need no display. */
    public static void main(String[] arguments) {
        if (Cli.isCommand(arguments) || !isForWindow(arguments)) {
            System.exit(Cli.run(arguments));
        }
        WorkbenchApp.launch(arguments);
    }

    /** Nothing, the samples, or something that is there; the command line says what is wrong with the rest. */
    private static boolean isForWindow(String[] arguments) {
        return arguments.length == 0
                || arguments[0].equals(SAMPLES)
                || Files.exists(Path.of(arguments[arguments.length - 1]));
    }
}
