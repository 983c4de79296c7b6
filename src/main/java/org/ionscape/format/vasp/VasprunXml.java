package org.ionscape.format.vasp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringTokenizer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.format.Decompression;

/** Walks through the elements of a vasprun.xml and reads the values in them. */
final class VasprunXml implements AutoCloseable {
    private static final int LONGEST_VALUE = 4096;

    private final Path file;
    private final XmlBytes bytes;
    private final XMLStreamReader xml;
    private final StringBuilder text = new StringBuilder();

    VasprunXml(Path file, Progress progress) {
        this.file = file;
        try {
            bytes = new XmlBytes(file, progress);
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, false);
            xml = factory.createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            close();
            throw notXml(e);
        }
    }

    /** Plain bytes read so far. */
    long bytesRead() {
        return bytes.count();
    }

    /** Whether the current event begins any element. */
    boolean isStart() {
        return xml.isStartElement();
    }

    boolean isStart(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** Name of the element that the current event begins or ends. */
    String element() {
        return xml.getLocalName();
    }

    /** The attribute {@code name} of the element just begun; null when it has none. */
    String nameAttribute() {
        return xml.getAttributeValue(null, "name");
    }

    /** Goes on to the next event; false at the end. */
    boolean advance() throws XMLStreamException {
        bytes.atEvent();
        return xml.hasNext() && xml.next() != XMLStreamConstants.END_DOCUMENT;
    }

    /** Goes on to the end of the element just begun. */
    void skip(String name) throws XMLStreamException {
        while (advance()) {
            if (isEnd(name)) {
                return;
            }
        }
    }

    /** The text of the element just begun, up to its end. */
    String content() throws XMLStreamException {
        text.setLength(0);
        while (advance() && !xml.isEndElement()) {
            if (xml.isCharacters()) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            if (xml.isStartElement() || text.length() > LONGEST_VALUE) {
                throw new InputException(problem("a value was expected here; the file is not as VASP writes it"));
            }
        }
        return text.toString();
    }

    /** A number, or NaN where none that is finite stands. */
    static double numberOrNaN(String value) {
        try {
            double number = Double.parseDouble(value.strip());
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) { // stars where a number did not fit its field
            return Double.NaN;
        }
    }

    /** The vectors of a varray: as many as expected, no more allocated than the file shows. */
    double[] vectors(int expected) throws XMLStreamException {
        double[] out = new double[3 * Math.min(expected, 4096)];
        int n = 0;
        while (advance() && !isEnd("varray")) {
            if (isStart("v")) {
                if (n == expected) {
                    throw new InputException(
                            problem("more than " + expected + " vectors stand here; as many were expected"));
                }
                if (3 * n == out.length) {
                    out = Arrays.copyOf(out, (int) Math.min(3L * expected, 2L * out.length));
                }
                vector(content(), out, 3 * n);
                n++;
            }
        }
        if (n < expected || expected == 0) {
            throw new InputException(
                    problem(Math.max(1, expected) + " vectors were expected, one for each atom, found " + n));
        }
        return out;
    }

    private void vector(String value, double[] out, int at) {
        StringTokenizer words = new StringTokenizer(value);
        if (words.countTokens() != 3) {
            throw new InputException(problem("three numbers were expected, found “" + value.strip() + "”"));
        }
        for (int k = 0; k < 3; k++) {
            double number = numberOrNaN(words.nextToken());
            if (Double.isNaN(number)) {
                throw new InputException(problem("three finite numbers were expected, found “" + value.strip() + "”"));
            }
            out[at + k] = number;
        }
    }

    /** A problem at the current line. */
    Problem problem(String message) {
        return Problem.at(file, Math.max(1, xml.getLocation().getLineNumber()), message);
    }

    private InputException notXml(XMLStreamException e) {
        return InputException.of(file, "this is not XML as VASP writes it (" + e.getMessage() + "); copy it again");
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
