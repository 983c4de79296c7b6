package org.ionscape.format.vasp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Element;
import org.ionscape.format.Decompression;

/**
 * Reads from a vasprun.xml how electrons and ions of a crystal answer: dielectric tensors, Born charges, modes at the
 * zone centre, band gap. What stands before a place where the XML breaks off is kept.
 */
public final class VasprunProperties implements AutoCloseable {
    /** √(eV/(Å² u)) / 2π in THz. */
    private static final double THZ = 15.633302;

    private static final double PLANCK_MEV_PER_THZ = 4.135667696;
    private static final int MOST_ATOMS = 10_000_000;
    private static final int LONGEST_VALUE = 1 << 24;
    /** From here on IBRION displaces ions one by one: all but the first eigenvalues are of distorted crystals. */
    private static final int DISPLACEMENTS = 5;

    private static final List<String> ELECTRONIC = List.of("epsilon", "epsilon_scf", "epsilon_rpa");

    private final Path file;
    private final XmlBytes bytes;
    private final XMLStreamReader xml;
    private final List<String> names = new ArrayList<>();
    private final Map<String, double[][]> tensors = new HashMap<>();
    private final List<double[][]> charges = new ArrayList<>();
    private final List<Double> eigenvalues = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private Optional<BandGap> gap = Optional.empty();
    private boolean squaredThz;
    private int ibrion;

    private VasprunProperties(Path file, Progress progress) {
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
            xml = factory.createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            close();
            throw InputException.of(file, "this is not XML as VASP writes it (" + e.getMessage() + ")");
        }
    }

    /**
     * Reads a file through its compression, once from beginning to end; memory is bounded by the number of ions.
     *
     * @throws InputException when it cannot be read or is no XML
     */
    public static CrystalResponse read(Path file, Progress progress) {
        try (VasprunProperties reading = new VasprunProperties(file, progress)) {
            return reading.read();
        }
    }

    private CrystalResponse read() {
        try {
            while (advance()) {
                if (xml.isStartElement()) {
                    element(xml.getLocalName(), String.valueOf(xml.getAttributeValue(null, "name")));
                }
            }
        } catch (XMLStreamException e) {
            if (names.isEmpty()) {
                throw InputException.of(file, "this is not a vasprun.xml (" + e.getMessage() + "); copy it again");
            }
            warnings.add(Problem.at(
                    file,
                    Math.max(1, xml.getLocation().getLineNumber()),
                    "the XML breaks off here; what stands before is kept"));
        }
        Atoms atoms = new Atoms(names);
        if (!charges.isEmpty() && charges.size() < atoms.count()) {
            warnings.add(Problem.of(
                    file, charges.size() + " Born charges for " + atoms.count() + " ions; they are left out"));
            charges.clear();
        }
        return new CrystalResponse(
                atoms,
                ELECTRONIC.stream().filter(tensors::containsKey).findFirst().map(tensors::get),
                Optional.ofNullable(tensors.get("epsilon_ion")),
                charges,
                eigenvalues.stream().map(this::energyMeV).toList(),
                gap,
                warnings);
    }

    /** The Hessian in the file has its sign reversed: what vibrates has a negative eigenvalue. */
    private double energyMeV(double eigenvalue) {
        double thz = Math.sqrt(Math.abs(eigenvalue)) * (squaredThz ? 1 : THZ);
        return (eigenvalue < 0 ? thz : -thz) * PLANCK_MEV_PER_THZ;
    }

    private boolean advance() throws XMLStreamException {
        bytes.atEvent();
        return xml.hasNext() && xml.next() != XMLStreamConstants.END_DOCUMENT;
    }

    private boolean isEnd(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    private boolean isStart(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    private void element(String element, String name) throws XMLStreamException {
        switch (element) {
            case "i" -> setting(name);
            case "array" -> {
                if (name.equals("atoms") && names.isEmpty()) {
                    atoms();
                } else if (name.equals("born_charges")) {
                    bornCharges();
                }
            }
            case "varray" -> {
                if (ELECTRONIC.contains(name) || name.equals("epsilon_ion")) {
                    tensors.put(name, tensor("varray"));
                }
            }
            case "v" -> {
                if (name.equals("eigenvalues")) {
                    eigenvalues.clear();
                    Arrays.stream(numbers(content())).forEach(eigenvalues::add);
                }
            }
            case "eigenvalues" -> bands();
            case "projected" -> skip("projected"); // repeats the eigenvalues
            default -> {
                // nothing that is needed here
            }
        }
    }

    private void setting(String name) throws XMLStreamException {
        if (name.equals("IBRION")) {
            double[] value = numbers(content());
            ibrion = value.length == 1 ? (int) value[0] : 0;
        } else if (name.equals("unit")) {
            squaredThz = content().strip().equals("THz^2");
        }
    }

    private void skip(String element) throws XMLStreamException {
        boolean inside = true;
        while (inside && advance()) {
            inside = !isEnd(element);
        }
    }

    private String content() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (advance() && !xml.isEndElement()) {
            if (xml.isCharacters()) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            if (xml.isStartElement() || text.length() > LONGEST_VALUE) {
                throw error("a value was expected here; the file is not as VASP writes it");
            }
        }
        return text.toString();
    }

    /** The numbers of a text; NaN for what is none, as stars where a number did not fit its field. */
    private static double[] numbers(String text) {
        StringTokenizer words = new StringTokenizer(text);
        double[] numbers = new double[words.countTokens()];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Double.parseDouble(words.nextToken());
            } catch (NumberFormatException e) {
                numbers[i] = Double.NaN;
            }
        }
        return numbers;
    }

    private void atoms() throws XMLStreamException {
        boolean firstOfRow = false;
        while (advance() && !isEnd("array")) {
            if (isStart("rc")) {
                firstOfRow = true;
            } else if (isStart("c") && firstOfRow) {
                firstOfRow = false;
                String label = content().strip();
                names.add(Element.ofLabel(label).map(Element::symbol).orElse(label));
                if (names.size() > MOST_ATOMS) {
                    throw error("more than ten million atoms are claimed here");
                }
            }
        }
    }

    private double[][] tensor(String end) throws XMLStreamException {
        double[][] tensor = new double[3][];
        int rows = 0;
        while (advance() && !isEnd(end)) {
            if (isStart("v")) {
                double[] row = numbers(content());
                if (rows == 3 || row.length != 3 || Arrays.stream(row).anyMatch(x -> !Double.isFinite(x))) {
                    throw error("a tensor of three times three numbers was expected here");
                }
                tensor[rows++] = row;
            }
        }
        if (rows < 3) {
            throw error("a tensor of three times three numbers was expected here");
        }
        return tensor;
    }

    private void bornCharges() throws XMLStreamException {
        charges.clear();
        while (advance() && !isEnd("array")) {
            if (isStart("set")) {
                if (charges.size() == names.size()) {
                    throw error("more Born charges than ions stand here");
                }
                charges.add(tensor("set"));
            }
        }
    }

    private void bands() throws XMLStreamException {
        BandEdges edges = new BandEdges();
        int spin = 1;
        while (advance() && !isEnd("eigenvalues")) {
            if (isStart("set")) {
                String comment = String.valueOf(xml.getAttributeValue(null, "comment"));
                if (comment.startsWith("spin")) {
                    spin = comment.endsWith("2") ? 2 : 1;
                } else if (comment.startsWith("kpoint")) {
                    edges.kPoint(spin);
                }
            } else if (isStart("r")) {
                double[] band = numbers(content());
                if (band.length >= 2) {
                    edges.band(band[0], band[1]);
                }
            }
        }
        if (ibrion < DISPLACEMENTS || gap.isEmpty()) {
            gap = edges.gap().or(() -> gap);
        }
    }

    private InputException error(String message) {
        return InputException.at(file, Math.max(1, xml.getLocation().getLineNumber()), message);
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
