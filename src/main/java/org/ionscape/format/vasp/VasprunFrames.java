package org.ionscape.format.vasp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Element;
import org.ionscape.format.Decompression;

/**
 * Walks through a vasprun.xml. A step is a {@code structure} without a name, wherever it stands: within
 * {@code calculation}, or outside where a learned force field moved the ions. The named ones ({@code initialpos},
 * {@code finalpos}, {@code primitive_cell}) repeat steps or are none. Energies follow the structure they belong to.
 */
final class VasprunFrames implements AutoCloseable {
    private static final int MOST_ATOMS = 10_000_000;
    private static final int LONGEST_VALUE = 4096;

    private final Path file;
    private final XmlBytes bytes;
    private final XMLStreamReader xml;
    private final List<Problem> warnings = new ArrayList<>();
    private final List<String> nameOfAtom = new ArrayList<>();
    private final Map<String, Double> settings = new LinkedHashMap<>();
    private final StepSeries series = new StepSeries();
    private final StringBuilder text = new StringBuilder();
    private Atoms atoms = new Atoms(List.of());
    private Cell cell;
    private double[] frame = new double[0];
    private int steps;
    private Cell startCell;
    private double[] start = new double[0];
    private boolean ended;

    VasprunFrames(Path file, Progress progress) {
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

    Atoms atoms() {
        return atoms;
    }

    Cell cell() {
        return cell;
    }

    double[] frame() {
        return frame;
    }

    int steps() {
        return steps;
    }

    StepSeries series() {
        return series;
    }

    VaspSettings settings() {
        return new VaspSettings(settings);
    }

    List<Problem> warnings() {
        return warnings;
    }

    /** Plain bytes read so far. */
    long bytesRead() {
        return bytes.count();
    }

    /**
     * The next step; false at the end. The structure the run began from is given in place of a step where a file has no
     * step at all.
     */
    boolean next() {
        if (ended) {
            return false;
        }
        try {
            while (advance()) {
                if (xml.isStartElement() && element(xml.getLocalName())) {
                    steps++;
                    return true;
                }
            }
        } catch (XMLStreamException e) {
            breakOff(e);
        }
        ended = true;
        if (steps == 0 && start.length > 0) {
            cell = startCell;
            frame = start;
            steps = 1;
            return true;
        }
        if (steps == 0) {
            throw warnings.isEmpty()
                    ? InputException.of(file, "there are no positions in this vasprun.xml; was the run started at all?")
                    : new InputException(warnings.getFirst());
        }
        return false;
    }

    private boolean advance() throws XMLStreamException {
        bytes.atEvent();
        return xml.hasNext() && xml.next() != XMLStreamConstants.END_DOCUMENT;
    }

    private void breakOff(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException io && steps == 0) {
            throw Decompression.unreadable(file, io);
        }
        warnings.add(Problem.at(
                file,
                Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber()),
                steps == 0
                        ? "the XML breaks off here before the first step; let the run go on, or copy the file again"
                        : "the XML breaks off or is damaged here; the " + steps
                                + " steps that are whole are kept, what follows is left out"));
    }

    /** Takes what an element tells; true when it was a step. */
    private boolean element(String name) throws XMLStreamException {
        switch (name) {
            case "i" -> setting();
            case "array" -> {
                if ("atoms".equals(xml.getAttributeValue(null, "name")) && nameOfAtom.isEmpty()) {
                    readAtoms();
                }
            }
            case "scstep" -> skip(name);
            case "energy" -> readEnergy();
            case "structure" -> {
                return readStructure(xml.getAttributeValue(null, "name"));
            }
            default -> {
                // nothing that is needed here
            }
        }
        return false;
    }

    private void skip(String name) throws XMLStreamException {
        while (advance()) {
            if (xml.isEndElement() && xml.getLocalName().equals(name)) {
                return;
            }
        }
    }

    private void setting() throws XMLStreamException {
        String tag = xml.getAttributeValue(null, "name");
        if (tag != null && VaspSettings.WANTED.contains(tag)) {
            try {
                settings.putIfAbsent(tag, Double.parseDouble(content().strip()));
            } catch (NumberFormatException e) {
                warnings.add(problem(tag + " should be a number; it is passed over"));
            }
        }
    }

    /** The text of the element just begun, up to its end. */
    private String content() throws XMLStreamException {
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

    private void readAtoms() throws XMLStreamException {
        boolean firstOfRow = false;
        while (advance()) {
            if (xml.isEndElement() && xml.getLocalName().equals("array")) {
                break;
            }
            if (xml.isStartElement() && xml.getLocalName().equals("rc")) {
                firstOfRow = true;
            } else if (xml.isStartElement() && xml.getLocalName().equals("c") && firstOfRow) {
                firstOfRow = false;
                String label = content().strip();
                nameOfAtom.add(Element.ofLabel(label).map(Element::symbol).orElse(label));
                if (nameOfAtom.size() > MOST_ATOMS) {
                    throw new InputException(problem("more than ten million atoms are claimed here"));
                }
            }
        }
        atoms = new Atoms(nameOfAtom);
    }

    private void readEnergy() throws XMLStreamException {
        double electrons = Double.NaN;
        double total = Double.NaN;
        while (advance() && !(xml.isEndElement() && xml.getLocalName().equals("energy"))) {
            if (!xml.isStartElement() || !xml.getLocalName().equals("i")) {
                continue;
            }
            String what = String.valueOf(xml.getAttributeValue(null, "name"));
            double value = numberOrNaN(content());
            switch (what) {
                case "e_fr_energy" -> electrons = value;
                case "total" -> total = value;
                case "kinetic" -> {
                    if (steps > 0) {
                        series.temperatureK(steps - 1, StepSeries.temperatureK(value, atoms.count()));
                    }
                }
                default -> {
                    // parts of the sum
                }
            }
        }
        if (steps > 0) {
            series.energyEv(steps - 1, Double.isNaN(total) ? electrons : total);
        }
    }

    private static double numberOrNaN(String value) {
        try {
            double number = Double.parseDouble(value.strip());
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) { // stars where a number did not fit its field
            return Double.NaN;
        }
    }

    /** Reads a structure; true when it is a step. */
    private boolean readStructure(String name) throws XMLStreamException {
        boolean isStep = name == null;
        double[] positions = new double[0];
        Cell basis = null;
        while (advance() && !(xml.isEndElement() && xml.getLocalName().equals("structure"))) {
            String array = xml.isStartElement() && xml.getLocalName().equals("varray")
                    ? String.valueOf(xml.getAttributeValue(null, "name"))
                    : "";
            if (array.equals("basis")) {
                basis = cellOf(readVectors(3));
            } else if (array.equals("positions") && (isStep || name.equals("initialpos"))) {
                positions = readVectors(atoms.count());
            }
        }
        if (!isStep && positions.length == 0) {
            return false;
        }
        if (basis == null || positions.length == 0) {
            throw new InputException(problem("a basis and positions were expected in the structure ending here"));
        }
        if (isStep) {
            cell = basis;
            frame = positions;
        } else {
            startCell = basis;
            start = positions;
        }
        return isStep;
    }

    private Cell cellOf(double[] vectors) {
        try {
            return new Cell(vectors);
        } catch (IllegalArgumentException e) {
            throw new InputException(problem("the three cell vectors ending here span no volume"));
        }
    }

    /** The vectors of a varray: as many as expected, no more allocated than the file shows. */
    private double[] readVectors(int expected) throws XMLStreamException {
        double[] out = new double[3 * Math.min(expected, 4096)];
        int n = 0;
        while (advance() && !(xml.isEndElement() && xml.getLocalName().equals("varray"))) {
            if (xml.isStartElement() && xml.getLocalName().equals("v")) {
                if (n == expected) {
                    throw new InputException(problem("more than " + expected + " vectors stand here; there are "
                            + atoms.count() + " atoms by the list of atoms"));
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

    private Problem problem(String message) {
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
