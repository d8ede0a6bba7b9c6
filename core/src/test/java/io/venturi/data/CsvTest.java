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
    for (String missing : List.of("", "NA", "NaN", "?", " NA ")) {
      String text = "a,b\n1,2\n3," + missing + "\n";
      assertThatThrownBy(() -> read(text, DEFAULTS))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-226] %s, line 3, column \"b\" is \"%s\", a missing value, where a number was"
                  + " expected: mend it, drop the column, or set what missing values are filled"
                  + " with.",
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
            "nan",
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
        .hasMessageContaining("is \"x\ufffdy" + "z".repeat(37) + "…\" where");
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
  void refusesOptionsThatCannotBe() {
    assertThatThrownBy(() -> DEFAULTS.separator('"')).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DEFAULTS.quote('\n')).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DEFAULTS.label(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DEFAULTS.label("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DEFAULTS.fillMissing(Float.NaN))
        .isInstanceOf(IllegalArgumentException.class);
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
