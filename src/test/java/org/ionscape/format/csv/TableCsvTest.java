package org.ionscape.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ionscape.compute.InputException;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCsvTest {
    private static final Path SOURCE = Path.of("table.csv");

    @TempDir
    Path folder;

    private static Table parse(String text) {
        return TableCsv.parse(text, SOURCE).table();
    }

    @Test
    void headersCarryUnitsAndEmptyCellsAreMissing() {
        Table table = parse("\uFEFFrun,D [cm2/s],family\r\na,1e-6,Li\r\nb,,NA\r\nc,nan,\r\n");
        assertThat(table.rowNames()).containsExactly("a", "b", "c");
        NumberColumn d = table.column("D").orElseThrow().asNumbers().orElseThrow();
        assertThat(d.unit()).isEqualTo("cm2/s");
        assertThat(d.values()).containsExactly(1e-6, Double.NaN, Double.NaN);
        assertThat(((TextColumn) table.column("family").orElseThrow()).values()).containsExactly("Li", "", "");
    }

    @Test
    void sodiumIsAnElementAndNotMissing() {
        Table table = parse("run,ion\na,Na\nb,NA\nc,na\n");
        assertThat(((TextColumn) table.column("ion").orElseThrow()).values()).containsExactly("Na", "", "");
    }

    @Test
    void whatIsWrittenReadsBackBitForBit() throws IOException {
        Table table = new Table(
                "material",
                List.of("Li3OCl, cubic", "a \"b\""),
                List.of(
                        new NumberColumn("x", "Å³", new double[] {0.1 + 0.2, -Double.MIN_VALUE}),
                        new NumberColumn("n", "", new double[] {3, Double.NaN}),
                        new TextColumn("t", List.of("", "x,\ny"))));
        Path file = folder.resolve("t.csv");
        TableCsv.write(file, table);
        Table back = TableCsv.read(file).table();
        assertThat(TableCsv.format(back)).isEqualTo(Files.readString(file)).isEqualTo(TableCsv.format(table));
        assertThat(back.numbers().getFirst().values()).containsExactly(0.1 + 0.2, -Double.MIN_VALUE);
    }

    @Test
    void someTextAmongNumbersIsMissingAndNamed() {
        StringBuilder text = new StringBuilder("id,sigma\n");
        for (int i = 0; i < 18; i++) {
            text.append("m").append(i).append(',').append(i).append('\n');
        }
        TableCsv.Read read = TableCsv.parse(text + "low,<1E-10\nhigh,inf\n", SOURCE);
        assertThat(read.table().numbers().getFirst().present()).isEqualTo(18);
        assertThat(read.problems()).singleElement().asString().contains("line 20", "sigma", "2 of 20", "<1E-10");
    }

    @Test
    void mostlyTextIsAColumnOfCategories() {
        assertThat(parse("id,group\na,1\nb,two\nc,3\n").columns().getFirst()).isInstanceOf(TextColumn.class);
    }

    @Test
    void tabsAndSemicolonsOfSpreadsheetsAreRead() {
        assertThat(parse("id\tx\na\t1\n").numbers()).hasSize(1);
        assertThat(parse("id;x\na;1\n").numbers()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoTableWithTheLine() {
        assertThatThrownBy(() -> parse("")).isInstanceOf(InputException.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> parse("id,x\na,1,2\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("2 cells");
        assertThatThrownBy(() -> parse("id,x,x\na,1,2\n")).hasMessageContaining("two columns are called x");
        assertThatThrownBy(() -> parse("id,\na,1\n")).hasMessageContaining("no name");
        assertThatThrownBy(() -> parse("id,x\n\"a,1\n")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> TableCsv.read(folder.resolve("absent.csv"))).isInstanceOf(InputException.class);
    }

    @Test
    void sodiumIsNotMissing() {
        Table table = TableCsv.parse("run,ion\na,Na\nb,NA\n", Path.of("t.csv")).table();
        assertThat(table.column("ion").orElseThrow().has(0)).isTrue();
        assertThat(table.column("ion").orElseThrow().has(1)).isFalse();
    }
}
