package org.ionscape.app.viewer;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ionscape.app.viewer.scene.Stage;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;

/** What lies over the picture: which ball is what at the left, cell and atoms at the right. */
final class SceneLegend extends StackPane {
    private final VBox species = new VBox();
    private final Label corner = new Label();

    SceneLegend() {
        setMouseTransparent(true);
        species.getStyleClass().add("legend");
        species.setId("legend");
        corner.getStyleClass().add("scene-corner");
        setAlignment(species, Pos.TOP_LEFT);
        setAlignment(corner, Pos.TOP_RIGHT);
        setMargin(corner, new Insets(10));
        corner.setMinHeight(USE_PREF_SIZE);
        corner.visibleProperty().bind(corner.textProperty().isNotEmpty());
        getChildren().addAll(species, corner);
    }

    void clear() {
        species.getChildren().clear();
        corner.setText("");
    }

    /** Tells of a stage. */
    void show(Stage stage, SceneCanvas picture) {
        species.getChildren().clear();
        Atoms atoms = stage.scene().atoms();
        atoms.counts().forEach((name, count) -> {
            int index = atoms.species().indexOf(name);
            ImageView ball = new ImageView(SceneCanvas.disc(14, picture.colourOf(stage.scene(), index)));
            ball.setFitWidth(15);
            ball.setFitHeight(15);
            Label label = new Label(name);
            label.getStyleClass().add("legend-name");
            Label number = new Label(Integer.toString(count));
            number.getStyleClass().add("legend-count");
            HBox row = new HBox(ball, label, number);
            row.getStyleClass().add("legend-row");
            if (isMobile(stage, index)) {
                Label mark = new Label("mobile");
                mark.getStyleClass().add("legend-mobile");
                row.getChildren().add(mark);
            }
            species.getChildren().add(row);
        });
        Cell box = stage.cell();
        String decimated =
                stage.scene().every() > 1 ? "\none atom in " + stage.scene().every() + " is drawn" : "";
        corner.setText(Numbers.fixed(box.lengthA(0), 2) + " × " + Numbers.fixed(box.lengthA(1), 2) + " × "
                + Numbers.fixed(box.lengthA(2), 2) + " Å\n" + angles(box) + PlayerBar.grouped(atoms.count()) + " atoms"
                + (stage.trajectory().hasVariableCell() ? " · variable cell" : "") + decimated);
    }

    private static String angles(Cell box) {
        boolean square = true;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            square &= Math.abs(box.angleDeg(i) - 90) < 0.05;
            text.append(i == 0 ? "" : ", ")
                    .append(Numbers.fixed(box.angleDeg(i), 1))
                    .append('°');
        }
        return square ? "" : text.append('\n').toString();
    }

    private static boolean isMobile(Stage stage, int species) {
        Atoms atoms = stage.scene().atoms();
        for (int i = 0; i < atoms.count(); i++) {
            if (atoms.speciesIndex(i) == species) {
                return stage.scene().isMobile(i);
            }
        }
        return false;
    }
}
