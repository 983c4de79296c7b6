package org.ionscape.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    void theUnicodeTextOfASpreadsheetIsRead() throws IOException {
        Path file = folder.resolve("t.txt");
        Files.writeString(file, "run\tΔχ [eV]\nä\t1.5\n", StandardCharsets.UTF_16);
        Table table = TableCsv.read(file).table();
        assertThat(table.rowNames()).containsExactly("ä");
        assertThat(table.column("Δχ").orElseThrow().number(0)).isEqualTo(1.5);
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
        assertThatThrownBy(() -> parse("id,x\n\"a,1\n")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> TableCsv.read(folder.resolve("absent.csv"))).isInstanceOf(InputException.class);
    }

    @Test
    void sodiumIsNotMissing() {
        Table table = TableCsv.parse("run,ion\na,Na\nb,NA\n", Path.of("t.csv")).table();
        assertThat(table.column("ion").orElseThrow().has(0)).isTrue();
        assertThat(table.column("ion").orElseThrow().has(1)).isFalse();
    }

    private static TableCsv.Read read(String text) {
        return TableCsv.parse(text, Path.of("t.csv"));
    }

    @Test
    void rowsOfAnotherLengthAreToldAndLeftOut() {
        TableCsv.Read read = read("id,x,y\na,1,2\nb,1;2\nc,3,4\n");
        assertThat(read.table().rowNames()).containsExactly("a", "c");
        assertThat(read.problems()).singleElement().asString().contains("line 3", "3 cells", "1 row was left out");
    }

    @Test
    void aSecondColumnOfOneNameAndOneWithoutGetNamesThatAreTold() {
        TableCsv.Read read = read("id,x,x,\na,1,2,3\n");
        assertThat(read.table().keys()).containsExactly("x", "x (2)", "column 4");
        assertThat(read.problems())
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.toString()).contains("line 1"));
    }

    @Test
    void decimalCommasOfSpreadsheetsAreReadAndTold() {
        TableCsv.Read read = read("\uFEFFid;x\na;1,5\nb;-2,5e-3\n");
        assertThat(read.table().numbers().getFirst().values()).containsExactly(1.5, -2.5e-3);
        assertThat(read.problems()).singleElement().asString().contains("line 2", "decimal commas", "1,5");
        // between commas as separators a quoted one may group thousands: no guess
        assertThat(read("id,x\na,\"1,234\"\nb,\"2,5\"\n").table().numbers()).isEmpty();
    }

    @Test
    void aColumnWithManyBoundsIsStillOneOfNumbers() {
        TableCsv.Read read = read("id,D\na,1e-6\nb,<1E-10\nc,< 1E-10\nd,2e-6\n");
        assertThat(read.table().numbers())
                .singleElement()
                .satisfies(c -> assertThat(c.present()).isEqualTo(2));
        assertThat(read.problems()).singleElement().asString().contains("2 of 4");
    }

    @Test
    void infinitiesAreMissingNumbersAndAnOpenQuoteIsToldInWords() {
        TableCsv.Read read = read("id,x\na,1\nb,inf\nc,-Infinity\n");
        assertThat(read.table().numbers())
                .singleElement()
                .satisfies(c -> assertThat(c.present()).isEqualTo(1));
        assertThat(read.problems()).singleElement().asString().contains("2 of 3");
        assertThatThrownBy(() -> parse("id,x\n\"a,1\n"))
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("commons");
        assertThatThrownBy(() -> TableCsv.read(folder.resolve("absent.csv"))).hasMessageContaining("no such file");
    }

    @Test
    void tenThousandColumnsAreRead() {
        StringBuilder text = new StringBuilder("id");
        StringBuilder row = new StringBuilder("a");
        for (int i = 0; i < 10_000; i++) {
            text.append(",c").append(i);
            row.append(',').append(i);
        }
        Table table = parse(text.append('\n').append(row).append('\n').toString());
        assertThat(table.numbers()).hasSize(10_000);
        assertThat(table.column("c9999").orElseThrow().number(0)).isEqualTo(9999);
    }
}
