package org.ionscape.format.vasp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
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

    private final Path file;
    private final VasprunXml xml;
    private final List<Problem> warnings = new ArrayList<>();
    private final List<String> nameOfAtom = new ArrayList<>();
    private final Map<String, Double> settings = new LinkedHashMap<>();
    private final StepSeries series = new StepSeries();
    private Atoms atoms = new Atoms(List.of());
    private Cell cell;
    private double[] frame = new double[0];
    private int steps;
    private Cell startCell;
    private double[] start = new double[0];
    private boolean ended;

    VasprunFrames(Path file, Progress progress) {
        this.file = file;
        xml = new VasprunXml(file, progress);
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
        return xml.bytesRead();
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
            while (xml.advance()) {
                if (xml.isStart() && element(xml.element())) {
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
                if ("atoms".equals(xml.nameAttribute()) && nameOfAtom.isEmpty()) {
                    readAtoms();
                }
            }
            case "scstep" -> xml.skip(name);
            case "energy" -> readEnergy();
            case "structure" -> {
                return readStructure(xml.nameAttribute());
            }
            default -> {
                // nothing that is needed here
            }
        }
        return false;
    }

    private void setting() throws XMLStreamException {
        String tag = xml.nameAttribute();
        if (tag != null && VaspSettings.WANTED.contains(tag)) {
            try {
                settings.putIfAbsent(tag, Double.parseDouble(xml.content().strip()));
            } catch (NumberFormatException e) {
                warnings.add(xml.problem(tag + " should be a number; it is passed over"));
            }
        }
    }

    private void readAtoms() throws XMLStreamException {
        boolean firstOfRow = false;
        while (xml.advance()) {
            if (xml.isEnd("array")) {
                break;
            }
            if (xml.isStart("rc")) {
                firstOfRow = true;
            } else if (xml.isStart("c") && firstOfRow) {
                firstOfRow = false;
                String label = xml.content().strip();
                nameOfAtom.add(Element.ofLabel(label).map(Element::symbol).orElse(label));
                if (nameOfAtom.size() > MOST_ATOMS) {
                    throw new InputException(xml.problem("more than ten million atoms are claimed here"));
                }
            }
        }
        atoms = new Atoms(nameOfAtom);
    }

    private void readEnergy() throws XMLStreamException {
        double electrons = Double.NaN;
        double total = Double.NaN;
        while (xml.advance() && !xml.isEnd("energy")) {
            if (!xml.isStart("i")) {
                continue;
            }
            String what = String.valueOf(xml.nameAttribute());
            double value = VasprunXml.numberOrNaN(xml.content());
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

    /** Reads a structure; true when it is a step. */
    private boolean readStructure(String name) throws XMLStreamException {
        boolean isStep = name == null;
        double[] positions = new double[0];
        Cell basis = null;
        while (xml.advance() && !xml.isEnd("structure")) {
            String array = xml.isStart("varray") ? String.valueOf(xml.nameAttribute()) : "";
            if (array.equals("basis")) {
                basis = cellOf(xml.vectors(3));
            } else if (array.equals("positions") && (isStep || name.equals("initialpos"))) {
                positions = xml.vectors(atoms.count());
            }
        }
        if (!isStep && positions.length == 0) {
            return false;
        }
        if (basis == null || positions.length == 0) {
            throw new InputException(xml.problem("a basis and positions were expected in the structure ending here"));
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
            throw new InputException(xml.problem("the three cell vectors ending here span no volume"));
        }
    }

    @Override
    public void close() {
        xml.close();
    }
}
