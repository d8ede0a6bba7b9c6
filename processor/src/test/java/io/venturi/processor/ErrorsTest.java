package io.venturi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.processor.internal.diagnostics.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error: its id, its text, its line; and nothing else. */
class ErrorsTest {

  static List<BadSpec> badSpecs() {
    return BadSpec.all();
  }

  @ParameterizedTest
  @MethodSource("badSpecs")
  void badSpecHasItsErrorsAndNoOthers(BadSpec spec) {
    var compilation = Compile.sources(spec.sources().toArray(new javax.tools.JavaFileObject[0]));

    assertThat(Compile.errors(compilation)).isEqualTo(spec.errors());
    assertThat(Compile.ownErrors(compilation).stream().map(ErrorsTest::line)).isSorted();
  }

  private static int line(String error) {
    return Integer.parseInt(error.substring(0, error.indexOf(':')).strip());
  }

  /** Ids whose faults no source file can show have tests of their own. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"LAYER_PROCESSOR_NOT_LOADED", "INCOMPLETE_BASE"})
  void everyIdHasABadSpec(Message message) {
    assertThat(badSpecs())
        .anyMatch(spec -> spec.errors().stream().anyMatch(e -> e.contains(message.id())));
  }

  @Test
  void idsAreUniqueAndOfTheCompiler() {
    assertThat(Arrays.stream(Message.values()).map(Message::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("AE-[01]\\d\\d"));
  }

  @Test
  void everyIdHasASectionInTheDocumentation() throws IOException {
    List<String> headings =
        Files.readAllLines(Path.of("../docs/errors.md")).stream()
            .filter(line -> line.startsWith("### AE-0") || line.startsWith("### AE-1"))
            .map(line -> line.substring("### ".length(), "### AE-000".length()))
            .toList();

    assertThat(headings)
        .containsExactlyElementsOf(Arrays.stream(Message.values()).map(Message::id).toList());
  }
}
