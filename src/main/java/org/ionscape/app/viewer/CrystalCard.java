package org.ionscape.app.viewer;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.ionscape.app.parts.Card;
import org.ionscape.extract.RunResult;
import org.ionscape.figure.MarkupText;

/** The crystal behind the run: its space group and cell, and what files of the compound tell of it. */
final class CrystalCard extends Card {
    private final Label headline = new Label();
    private final Label origin = new Label();
    private final VBox sections = new VBox();

    CrystalCard() {
        super("Crystal", "structure and response of the compound");
        setId("crystal");
        headline.getStyleClass().add("crystal-headline");
        origin.getStyleClass().add("muted");
        origin.setWrapText(true);
        origin.setMinHeight(USE_PREF_SIZE);
        sections.getStyleClass().add("crystal-sections");
        getChildren().addAll(headline, origin, sections);
    }

    /** Shows what was found of a run's compound. */
    void show(RunResult result) {
        headline.setText(CrystalWords.headline(result).orElse("Structure not known"));
        origin.setText(CrystalWords.origin(result));
        sections.getChildren().clear();
        for (CrystalWords.Section section : CrystalWords.sections(result)) {
            Label title = new Label(section.title());
            title.getStyleClass().addAll("muted", "crystal-section");
            FlowPane facts = new FlowPane();
            facts.getStyleClass().add("facts-row");
            section.facts().forEach(fact -> facts.getChildren().add(node(fact)));
            HBox row = new HBox(title, facts);
            HBox.setHgrow(facts, Priority.ALWAYS);
            sections.getChildren().add(row);
        }
    }

    private static HBox node(CrystalWords.Fact fact) {
        Text value = new Text(fact.value());
        value.getStyleClass().add("fact-value");
        MarkupText rest = new MarkupText(fact.rest());
        rest.getStyleClass().add("muted");
        HBox node = new HBox(new MarkupText(fact.symbol() + " "), value, rest);
        Tooltip.install(node, new Tooltip(fact.says()));
        return node;
    }
}
