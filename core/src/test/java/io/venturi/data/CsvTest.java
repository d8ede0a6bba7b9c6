package io.venturi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

  private static final Csv.Options DEFAULTS = Csv.Options.defaults();

  @TempDir Path folder;

  @Test
  void readsATableWithHeaderQuotesLabelAndDroppedColumns() {
    CsvTable table =
        read(
            """
            id,"width, cm", height,kind
            a7,"1.5", 2e-1 ,good
            "b
            ""8""\",-3,+4,"not, good"

            c9,.5,6.,
            """,
            DEFAULTS.label("kind").drop("id"));
    assertThat(table.columns()).containsExactly("width, cm", "height");
    assertThat(table.labels()).containsExactly("good", "not, good", "");
    assertThat(table.data().toArray())
        .isDeepEqualTo(new float[][] {{1.5f, 0.2f}, {-3, 4}, {0.5f, 6}});
    assertThat(table.data().name()).isEqualTo(file().toString());
    assertThat(table.data().shape()).containsExactly(2);
  }

  @Test
  void readsWithoutHeaderByNumbersAndWithOtherSeparators() {
    CsvTable table =
        read("1;'2';x\r3;4;y", DEFAULTS.withoutHeader().separator(';').quote('\'').label(2));
    assertThat(table.columns()).containsExactly("0", "1");
    assertThat(table.labels()).containsExactly("x", "y");
    assertThat(table.data().toArray()).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
    table = read("a\tb\tc\n1\t2\t3\n", DEFAULTS.separator('\t').drop(0).drop(2));
    assertThat(table.columns()).containsExactly("b");
    assertThat(table.labels()).isEmpty();
    assertThat(table.data().toArray()).isDeepEqualTo(new float[][] {{2}});
  }

  @Test
  void readsPastAByteOrderMarkAndWithoutALastLineEnd() {
    assertThat(read("\ufeffa,b\r\n1,2", DEFAULTS).columns()).containsExactly("a", "b");
  }

  @Test
  void readsManyRows() {
    StringBuilder text = new StringBuilder("a,b,c\n");
    for (int i = 0; i < 50_000; i++) {
      text.append(i).append(',').append(i * 0.5).append(",k").append(i % 3).append('\n');
    }
    CsvTable table = read(text.toString(), DEFAULTS.label("c"));
    assertThat(table.data().size()).isEqualTo(50_000);
    assertThat(table.data().slice(49_999, 50_000).toArray()[0]).containsExactly(49_999, 24_999.5f);
    assertThat(table.labels()[49_999]).isEqualTo("k1").isSameAs(table.labels()[49_996]);
  }

  @Test
  void refusesMissingValuesUnlessTheyAreFilled() {
    for (String missing :
        List.of("", "NA", "NaN", "nan", "?", " NA ", "n/a", "N/A", "NULL", "null")) {
      String text = "a,b\n1,2\n3," + missing + "\n";
      assertThatThrownBy(() -> read(text, DEFAULTS))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-226] %s, line 3, column \"b\" is \"%s\", a missing value, where a number was"
                  + " expected: mend it, drop the column, fill such values in by fillMissing,"
                  + " leave their rows out by dropIncompleteRows(), or keepMissing() for a spec with"
                  + " @MissingValues.",
              file(), missing);
      assertThat(read(text, DEFAULTS.fillMissing(-1)).data().toArray())
          .isDeepEqualTo(new float[][] {{1, 2}, {3, -1}});
    }
  }

  @Test
  void refusesWhatIsNoNumber() {
    for (String text :
        List.of(
            "twelve",
            "1f",
            "0x10",
            "0x1p3",
            "Infinity",
            "inf",
            "-inf",
            "nana",
            "none",
            "1.2.3",
            "1,5",
            "--1",
            "1e",
            "٣",
            "+",
            ".",
            "1 000")) {
      assertThatThrownBy(() -> read("age,b\n1,2\n\"" + text + "\",4\n", DEFAULTS))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-225] %s, line 3, column \"age\" is \"%s\" where a number was expected: mend it,"
                  + " drop the column, or make it the label.",
              file(), text);
    }
    assertThatThrownBy(() -> read("a\n1e39\n", DEFAULTS))
        .hasMessageContaining("\"1e39\" where a number up to 3.4028235E38 was expected");
    assertThatThrownBy(() -> read("1,2\n3,x\n", DEFAULTS.withoutHeader()))
        .hasMessageContaining("line 2, column \"1\" is \"x\"");
    assertThatThrownBy(() -> read("a\n\"x\ny" + "z".repeat(99) + "\"\n", DEFAULTS))
        .hasMessageContaining("is \"x\\ny" + "z".repeat(37) + "…\" where");
  }

  @Test
  void namesTheLineInWhichTheRowStarts() {
    assertThatThrownBy(() -> read("a,b\r\n\"x\r\ny\r\nz\",2\r\n\r\nw,?\r\n", DEFAULTS.label(0)))
        .hasMessageContaining(", line 6, column \"b\"");
  }

  @Test
  void refusesRaggedRows() {
    damaged("a,b\n1,2\n3\n", 3, "it has 1 fields where the first line has 2");
    damaged("a,b\n1,2\n\n3,4,5\n", 4, "it has 3 fields where the first line has 2");
    damaged("a,b\n1,2,\n", 2, "it has 3 fields where the first line has 2");
  }

  @Test
  void refusesDamagedText() {
    damaged("a,b\n1,2\n3,\"4\n5,6\n", 3, "a quote is never closed");
    damaged("a,b\n1,\"", 2, "a quote is never closed");
    damaged("a,b\n1,\"2\"3\n", 2, "a closing quote is followed by more than a separator");
    damaged("a,b\n1,2\0\n", 2, "field 2 has a NUL character");
    damaged("a\0,b\n1,2\n", 1, "field 1 has a NUL character");
    damaged("a,b,a\n1,2,3\n", 1, "two columns are named \"a\"");
    String tooLong = "a field is longer than 1048576 characters, or its quote is never closed";
    damaged("a\n1\n" + "2".repeat(1 << 21), 3, tooLong);
    damaged("a\n1\n\"" + "2\n".repeat(1 << 20), 3, tooLong);
    damaged("a\n" + "2".repeat((1 << 20) + 1), 2, tooLong);
    damaged(",".repeat((1 << 20) + 5), 1, "there are more than 1048576 fields");
  }

  @Test
  void refusesFilesWithoutRows() {
    damaged("", 1, "the file is empty");
    damaged("\n\n", 3, "the file is empty");
    damaged("a,b\n", 2, "no row follows the names of the columns");
    assertThatThrownBy(() -> read("a,b\n1,2\n", DEFAULTS.label("a").drop(1)))
        .extracting("kind")
        .isEqualTo(Message.NO_VALUES);
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    for (byte[] text : List.of(bytes("a\n\u00e9\n"), bytes("\u00ff\n1"), bytes("1\n2\u00c3"))) {
      Files.write(file(), text);
      assertThatThrownBy(() -> Csv.read(file(), DEFAULTS))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("[AE-224] " + file() + ", line ")
          .hasMessageContaining("this row or one of the next is not UTF-8");
    }
  }

  @Test
  void refusesColumnsThatAreNotThere() {
    assertThatThrownBy(() -> read("name,age\nx,1\n", DEFAULTS.drop("name", "Age")))
        .isInstanceOf(DataException.class)
        .hasMessage("[AE-227] %s has no column \"Age\": it has \"name\", \"age\".", file());
    assertThatThrownBy(() -> read("name,age\nx,1\n", DEFAULTS.label(2)))
        .hasMessage("[AE-227] %s has no column 2: it has \"name\", \"age\".", file());
    assertThatThrownBy(() -> read("a,b,c,d,e,f,g,h,i\n1,2,3,4,5,6,7,8,9\n", DEFAULTS.label("z")))
        .hasMessageContaining("\"g\", \"h\" and more.");
  }

  @Test
  void refusesAFileCutShortOrReadsTheRowsThatAreThere() {
    String whole = "a,\"b\",c\n1,\"2\",x\n30,\"4\",\"y\"\"\"\n";
    int refusals = 0;
    for (int length = 0; length < whole.length(); length++) {
      try {
        CsvTable table = read(whole.substring(0, length), DEFAULTS.label("c"));
        assertThat(table.data().toArray()[0]).containsExactly(1, 2);
        assertThat(table.labels()).hasSize(table.data().size());
      } catch (DataException refused) {
        assertThat(refused).hasMessageStartingWith("[AE-22");
        refusals++;
      }
    }
    assertThat(refusals).isGreaterThan(20);
  }

  @Test
  void fillsMissingValuesPerColumn() {
    Csv.Options options =
        DEFAULTS.fillMissing(-1).fillMissing("b", 7).fillMissing(2, 9).fillMissing("c", 8);
    float[][] filled = {{-1, 7, 8}, {1, 2, 3}};
    assertThat(read("a,b,c\nNA,?,\n1,2,3\n", options).data().toArray()).isDeepEqualTo(filled);
    assertThatThrownBy(() -> read("a,b\n,\n", DEFAULTS.fillMissing("b", 7)))
        .hasMessageContaining("column \"a\" is \"\", a missing value");
    assertThatThrownBy(() -> read("a,b\n1,2\n", DEFAULTS.fillMissing("c", 7)))
        .hasMessageStartingWith("[AE-227]");
  }

  @Test
  void fillsMissingValuesWithMeanOrMedian() {
    String text = "a,b,kind\n1,NA,x\n,10,y\n2,20,z\n9,,\n";
    Csv.Options options = DEFAULTS.label("kind");
    assertThat(read(text, options.fillMissingWithMean()).data().toArray())
        .isDeepEqualTo(new float[][] {{1, 15}, {4, 10}, {2, 20}, {9, 15}});
    assertThat(read(text, options.fillMissingWithMedian()).data().toArray())
        .isDeepEqualTo(new float[][] {{1, 15}, {2, 10}, {2, 20}, {9, 15}});
    assertThat(read(text, options.fillMissing("a", 0).fillMissingWithMean()).data().toArray())
        .isDeepEqualTo(new float[][] {{1, 15}, {0, 10}, {2, 20}, {9, 15}});
    assertThatThrownBy(() -> read("a,b\n1,\n2,NA\n", DEFAULTS.fillMissingWithMedian()))
        .hasMessage(
            "[AE-263] %s has no value in column \"b\" to fill the missing ones from: drop the"
                + " column, or set a number by fillMissing.",
            file());
  }

  @Test
  void theMeanOfManyLargeValuesIsExact() {
    String text = "a,b\n" + "16777215,1\n".repeat(5000) + ",1\n";
    assertThat(read(text, DEFAULTS.fillMissingWithMean()).data().toArray()[5000][0])
        .isEqualTo(16777215f);
  }

  @Test
  void dropsIncompleteRows() {
    String text = "a,b,c,kind\n1,,x,one\n2,3,,\n4,5,?,two\nNA,6,7,three\n";
    Csv.Options options = DEFAULTS.label("kind").drop("c").dropIncompleteRows();
    CsvTable table = read(text, options);
    assertThat(table.data().toArray()).isDeepEqualTo(new float[][] {{2, 3}, {4, 5}});
    assertThat(table.labels()).containsExactly("", "two");
    table = read("1,\n2,3\n", DEFAULTS.withoutHeader().dropIncompleteRows());
    assertThat(table.data().toArray()).isDeepEqualTo(new float[][] {{2, 3}});
    assertThat(read(text, options.fillMissing("a", 0)).data().size()).isEqualTo(3);
    assertThatThrownBy(() -> read("a,b\n1,NA\n,NA\n2,\n", DEFAULTS.dropIncompleteRows()))
        .hasMessage(
            "[AE-264] %s has no complete row: all 3 lack a value, in column \"b\" 3 of them. Drop"
                + " such columns, or fill their values in.",
            file());
  }

  @Test
  void moreTextsStandForMissingValues() {
    Csv.Options options = DEFAULTS.missing("-999", "None").missing(" inf ").fillMissing(0);
    float[][] filled = {{0, 0}, {0, 0}, {0, -9990}, {0, 1}};
    String text = "a,b\n-999,-999.0\nnone,NONE\nNA,-9990\nInf,1\n";
    assertThat(read(text, options).data().toArray()).isDeepEqualTo(filled);
    assertThatThrownBy(() -> read("a,b\n1,-999.00\n", DEFAULTS.missing("-999")))
        .hasMessageContaining("column \"b\" is \"-999.00\", a missing value");
    assertThat(read("a,b\n-999,1\n", DEFAULTS).data().toArray()[0]).containsExactly(-999, 1);
  }

  @Test
  void suspectsAnotherSeparator() {
    String asked =
        "[AE-261] %s, line %d has one field, %s: is the separator %s? Set it by"
            + " separator(%4$s).";
    for (Csv.Options options :
        List.of(DEFAULTS, DEFAULTS.label("c"), DEFAULTS.drop(1), DEFAULTS.withHeader())) {
      int line = options == DEFAULTS || options.header() == Csv.Header.SURE ? 2 : 1;
      assertThatThrownBy(() -> read("a;b;c\n1;2;3\n", options))
          .isInstanceOf(DataException.class)
          .hasMessage(asked, file(), line, "\"a;b;c\"", "';'");
    }
    assertThatThrownBy(() -> read("a;b\n1,5;2,5\n", DEFAULTS))
        .hasMessage(asked, file(), 2, "\"a;b\"", "';'");
    assertThatThrownBy(() -> read("1\t2\n3\t4\n", DEFAULTS.withoutHeader()))
        .hasMessage(asked, file(), 1, "\"1\\t2\"", "'\\t'");
    assertThatThrownBy(() -> read("1\t2\n3\t4\n", DEFAULTS.withoutHeader().label(1)))
        .hasMessage(asked, file(), 1, "\"1\\t2\"", "'\\t'");
    assertThatThrownBy(() -> read("a|b\n1|2\n", DEFAULTS.separator(';')))
        .hasMessage(asked, file(), 2, "\"a|b\"", "'|'");
    assertThatThrownBy(() -> read("\"a;b\"\nx\n", DEFAULTS.separator(';')))
        .hasMessageStartingWith("[AE-225]");
    assertThat(read("width; cm\n1\n", DEFAULTS).columns()).containsExactly("width; cm");
  }

  @Test
  void refusesATableWithoutNamesRatherThanLoseItsFirstRow() {
    for (String first : List.of("5.1,3.5", "1, -2e3", "1,1", "7")) {
      assertThatThrownBy(() -> read(first + "\n" + first + "\n", DEFAULTS))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("[AE-260] " + file() + " has numbers alone in its first line, \"")
          .hasMessageContaining("read it withoutHeader()");
    }
    assertThat(read("0,1\n2,3\n", DEFAULTS.withHeader()).columns()).containsExactly("0", "1");
    assertThat(read("0,1\n2,3\n", DEFAULTS.withoutHeader()).data().size()).isEqualTo(2);
    assertThat(read("country,1990\n2,3\n", DEFAULTS).data().size()).isEqualTo(1);
  }

  @Test
  void refusesOptionsThatCannotBe() {
    for (ThrowingCallable wrong :
        List.<ThrowingCallable>of(
            () -> DEFAULTS.separator('"'),
            () -> DEFAULTS.quote('\n'),
            () -> DEFAULTS.label(-1),
            () -> DEFAULTS.label(""),
            () -> DEFAULTS.fillMissing("", 1),
            () -> DEFAULTS.fillMissing(-1, 1),
            () -> DEFAULTS.fillMissing("a", Float.POSITIVE_INFINITY),
            () -> DEFAULTS.fillMissing(Float.NaN))) {
      assertThatThrownBy(wrong)
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("[AE-230]");
    }
  }

  /** Whatever rows were drawn, a message says where in the file a value is. */
  @Test
  void rowsKnowTheirLinesAndColumns() {
    CsvTable table = read("flow,heat\n1,2\n\n3,4\n5,\n7,8\n", DEFAULTS.keepMissing());
    assertThat(table.data().featureNames()).containsExactly("flow", "heat");
    assertThat(table.data().place(1, 0)).isEqualTo("line 4, column \"flow\"");
    Dataset some = table.data().slice(1, 4).select(new int[] {2, 1});
    assertThat(some.featureNames()).containsExactly("flow", "heat");
    assertThatThrownBy(() -> DataChecks.requireFinite(some))
        .hasMessage(
            "[AE-202] Row 1 of %s (rows 1 to 3) (2 selected rows) (line 5, column \"heat\"),"
                + " feature 1 is NaN: remove such rows or fill in the value; for those that are"
                + " missing there is @MissingValues.",
            file());
  }

  @Test
  void aRowOfAViewOfRowsWithoutPlacesIsNamedByItsNumber() {
    Dataset rows = Dataset.of(new float[][] {{1}, {Float.NaN}});
    assertThatThrownBy(() -> DataChecks.requireFinite(rows.select(new int[] {1})))
        .hasMessageStartingWith(
            "[AE-202] Row 0 of the data (1 selected rows) (row 1 of the data), feature 0 is NaN");
  }

  @Test
  void refusesPathsThatAreNoFiles() {
    assertThatThrownBy(() -> Csv.read(folder, DEFAULTS))
        .hasMessage("[AE-205] %s is not a readable file: check the path.", folder);
  }

  private void damaged(String text, int line, String what) {
    assertThatThrownBy(() -> read(text, DEFAULTS))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-224] %s, line %d: %s. Mend the file, or check which separator, quote and header"
                + " were set.",
            file(), line, what);
  }

  private Path file() {
    return folder.resolve("table.csv");
  }

  private CsvTable read(String text, Csv.Options options) {
    try {
      return Csv.read(Files.writeString(file(), text), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
