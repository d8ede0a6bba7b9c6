package io.venturi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResultsFileTest {

  private static final String OLD =
      """
      # Results

      <!-- peers dense -->
      old
      <!-- end of peers dense -->

      ## noise

      <!-- peers vae -->
      kept
      <!-- end of peers vae -->
      """;

  @Test
  void aPartTakesThePlaceOfTheOneBefore() {
    assertThat(ResultsFile.replace(OLD, "dense", "new\n")).isEqualTo(OLD.replace("old", "new"));
  }

  @Test
  void aNewPartComesLast() {
    String part = "<!-- peers conv -->\nnew\n<!-- end of peers conv -->\n";

    assertThat(ResultsFile.replace(OLD, "conv", "new")).isEqualTo(OLD + "\n" + part);
    assertThat(ResultsFile.replace("", "conv", "new")).isEqualTo(part);
  }

  @Test
  void namesThatBeginAlikeAreTwo() {
    String both = ResultsFile.replace(ResultsFile.replace("", "row-dense", "a"), "dense", "b");

    assertThat(both).contains("<!-- peers row-dense -->\na\n", "<!-- peers dense -->\nb\n");
  }

  @Test
  void aMarkerAloneIsRefusedBeforeAnythingIsLost() {
    assertThatThrownBy(() -> ResultsFile.replace("<!-- peers dense -->\nold", "dense", "new"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("<!-- end of peers dense -->");
  }
}
