package org.ionscape.figure.stats;

/** Numbers and names in data files. */
final class Csv {
    private Csv() {}

    static String of(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    static String of(String name) {
        return name.indexOf(',') < 0 && name.indexOf('"') < 0 ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
