package org.ionscape.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ionscape.figure.MarkupText;

/**
 * A text of the help as nodes. The texts are plain Markdown, so that they are the documentation too: headings, paragraphs,
 * lists, indented code; inside a line the figures' own markup for symbols.
 */
final class HelpPage {
    private HelpPage() {}

    static String text(String name) {
        try (InputStream in = HelpPage.class.getResourceAsStream("/org/ionscape/help/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VBox of(String name) {
        VBox page = new VBox();
        page.getStyleClass().add("help-page");
        for (String block : text(name).split("\n\\s*\n")) {
            add(page, block.stripTrailing());
        }
        return page;
    }

    private static void add(VBox page, String block) {
        if (block.startsWith("#")) {
            int level = block.indexOf(' ');
            Label head = new Label(block.substring(level + 1).strip());
            head.getStyleClass().addAll("help-head", "help-head-" + level);
            head.setWrapText(true);
            head.setMinHeight(VBox.USE_PREF_SIZE);
            page.getChildren().add(head);
        } else if (block.startsWith("    ")) {
            Label code = new Label(block.stripIndent());
            code.getStyleClass().add("help-code");
            code.setMinHeight(VBox.USE_PREF_SIZE);
            page.getChildren().add(code);
        } else if (block.startsWith("- ")) {
            for (String item : block.substring(2).split("\n- ")) {
                page.getChildren().add(line("•  " + joined(item), "help-item"));
            }
        } else {
            page.getChildren().add(line(joined(block), "help-text"));
        }
    }

    private static String joined(String lines) {
        return lines.replaceAll("\\s*\n\\s*", " ").replace("`", "");
    }

    private static MarkupText line(String text, String style) {
        MarkupText line = new MarkupText(text);
        line.getStyleClass().add(style);
        return line;
    }
}
