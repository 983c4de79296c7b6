package org.ionscape;

import java.lang.reflect.InvocationTargetException;

/**
 * The entry point of jar and installation. Compiled for Java 8 and kept free of everything newer, so that an old Java
 * can load it and say in one line what is needed instead of printing a stack trace.
 */
public final class Launcher {
    private static final int REQUIRED_JAVA = 25;

    private Launcher() {}

    public static void main(String[] arguments) throws Throwable {
        String version = System.getProperty("java.specification.version", "0");
        if (feature(version) < REQUIRED_JAVA) {
            System.err.println("Ionscape needs Java " + REQUIRED_JAVA + " or newer; this is Java " + version + ".");
            System.exit(1);
        }
        try {
            Class.forName("org.ionscape.Ionscape")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static int feature(String version) {
        String[] parts = version.split("\\.");
        String number = parts[0].equals("1") && parts.length > 1 ? parts[1] : parts[0];
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
