import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the installation is made of and under which licences: a bill of materials (CycloneDX) and the texts. */
final class Licences {
    private static final String PLUGIN = "org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeBom";

    private final Path project;

    Licences(Path project) {
        this.project = project;
    }

    /** Writes the texts found in the jars and a table of all into a folder, and the bill of materials. */
    void write(Path folder, Path bill) throws Exception {
        bill(bill);
        Path index = folder.resolve("README.txt");
        StringBuilder table = new StringBuilder("Ionscape is free software under the GNU General Public License, version 3"
                + " or later (../LICENSE).\nIt is built from these libraries; texts that came with them lie beside this"
                + " file by the name of the jar.\nThe Java runtime and JavaFX are under the GNU General Public License,"
                + " version 2, with the Classpath\nException; their texts lie in the folder legal of the runtime.\n\n");
        components().forEach((name, licence) -> table.append(String.format(Locale.ROOT, "%-60s %s%n", name, licence)));
        Shell.write(index, table.toString());
        try (Stream<Path> jars = Files.list(project.resolve("target/lib"))) {
            for (Path jar : jars.sorted().toList()) {
                texts(jar, folder.resolve(jar.getFileName().toString().replaceAll("\\.jar$", "")));
            }
        }
    }

    private void bill(Path bill) throws Exception {
        boolean windows = Package.Os.current() == Package.Os.WINDOWS;
        Shell.run(
                project,
                windows ? "mvn.cmd" : "mvn",
                "-B",
                "-q",
                PLUGIN,
                "-DoutputName=bom",
                "-DincludeTestScope=false",
                "-DincludeBomSerialNumber=false");
        Shell.copy(project.resolve("target/bom.json"), bill);
    }

    /** Names of the components with their licences, from the bill's XML. */
    private TreeMap<String, String> components() throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(project.resolve("target/bom.xml").toFile())
                .getDocumentElement();
        TreeMap<String, String> found = new TreeMap<>();
        Element list = children(root, "components").getFirst();
        for (Element component : children(list, "component")) {
            List<String> licences = new ArrayList<>();
            for (Element all : children(component, "licenses")) {
                for (Element one : children(all, "license")) {
                    Stream.concat(children(one, "id").stream(), children(one, "name").stream())
                            .findFirst()
                            .ifPresent(e -> licences.add(e.getTextContent()));
                }
                children(all, "expression").forEach(e -> licences.add(e.getTextContent()));
            }
            found.put(
                    text(component, "group") + ":" + text(component, "name") + " " + text(component, "version"),
                    licences.isEmpty() ? "see its text" : String.join(" or ", licences));
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(n -> n instanceof Element e && e.getTagName().equals(name))
                .map(n -> (Element) n)
                .collect(Collectors.toList());
    }

    /** Licences and notices that a jar holds. */
    private static void texts(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().map(e -> (ZipEntry) e).toList()) {
                String name = entry.getName();
                String last = name.substring(name.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
                if (!entry.isDirectory()
                        && name.chars().filter(c -> c == '/').count() <= 2
                        && last.matches("(LICEN[CS]E|NOTICE|COPYING|COPYRIGHT)([-._].*)?")
                        && !last.endsWith(".CLASS")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                        Shell.write(folder.resolve(name.replace('/', '_')), text);
                    }
                }
            }
        }
    }
}
