package org.ionscape;

/** Decides between the two faces of the program: a first argument that is a command runs it, anything else the window. */
public final class Ionscape {
    private Ionscape() {}

    public static void main(String[] arguments) {
        System.out.println("Ionscape");
    }
}
