package org.ionscape.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.RunAnalyser;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.RunScanner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The card of the crystal behind a run, on rock salt: every textbook gives its group, cell and bulk modulus. */
@ExtendWith(ApplicationExtension.class)
class CrystalCardTest {
    private static RunResult result;

    private CrystalCard card;

    @BeforeAll
    static void analyse() {
        Path run = Path.of("sample-data/Na-based/NaCl/AIMD/stoichiometric/850K");
        result = RunAnalyser.analyse(RunScanner.inspect(run), AnalysisSettings.of(Preset.RECOMMENDED), Progress.NONE);
    }

    @Start
    void start(Stage stage) {
        card = new CrystalCard();
        card.show(result);
        stage.setScene(new Scene(card, 520, 400));
        stage.show();
    }

    private static String written(FxRobot robot, Node below) {
        return robot.from(below).lookup((Node n) -> n instanceof Text).queryAllAs(Text.class).stream()
                .map(Text::getText)
                .collect(Collectors.joining("|"));
    }

    @Test
    void rockSaltIsCubicWithItsGroupAndCell(FxRobot robot) {
        assertThat(robot.from(card)
                        .lookup(".crystal-headline")
                        .queryAs(Label.class)
                        .getText())
                .isEqualTo("Fm-3m · cubic · no. 225");
        assertThat(CrystalWords.origin(result))
                .startsWith("5.622 × 5.622 × 5.622 Å")
                .contains("NaCl/POSCAR");
    }

    @Test
    void everyNumberHasItsUnitAndSaysWhereItIsFrom(FxRobot robot) {
        List<CrystalWords.Fact> elastic = CrystalWords.sections(result).stream()
                .filter(s -> s.title().equals("Elastic"))
                .findFirst()
                .orElseThrow()
                .facts();
        assertThat(elastic.getFirst().value()).isEqualTo("27.29");
        assertThat(elastic.getFirst().rest()).isEqualTo(" GPa");
        assertThat(elastic).allSatisfy(f -> assertThat(f.says()).contains("elastic.csv"));
        assertThat(written(robot, card)).contains("27.29", "GPa", "44.41", "Å");
    }
}
