package io.venturi.all;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.venturi.error.ErrorMessage;
import io.venturi.error.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The catalogues of all plugins: one numbering, and docs/errors.md explains each message with an
 * example of it. Catalogues are found by what they implement, so that none is forgotten.
 */
class PluginMessagesTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "errors.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^### (AE-4\\d\\d): .*\\n\\n> (.*)$");

  private static final List<Class<?>> CATALOGUES =
      new ClassFileImporter()
          .importPackages("io.venturi").stream()
              .filter(type -> type.isEnum() && type.isAssignableTo(ErrorMessage.class))
              .filter(type -> !type.isEquivalentTo(Message.class))
              .sorted(Comparator.comparing(JavaClass::getName))
              .<Class<?>>map(JavaClass::reflect)
              .toList();

  static List<ErrorMessage> messages() {
    return CATALOGUES.stream()
        .flatMap(type -> Stream.of(type.getEnumConstants()))
        .map(ErrorMessage.class::cast)
        .toList();
  }

  private static Map<String, String> examples() throws IOException {
    Map<String, String> examples = new LinkedHashMap<>();
    EXAMPLE
        .matcher(Files.readString(PAGE))
        .results()
        .forEach((MatchResult found) -> examples.put(found.group(1), found.group(2)));
    return examples;
  }

  @Test
  void idsAreUniqueAndThePageHasThemInOrderAndNoOther() throws IOException {
    assertThat(CATALOGUES).hasSizeGreaterThan(7);
    List<String> ids = messages().stream().map(ErrorMessage::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(examples().keySet())
        .containsExactlyElementsOf(ids.stream().collect(toCollection(TreeSet::new)));
  }

  /** An example is a message as its template gives it, but for the id before it. */
  @ParameterizedTest
  @MethodSource("messages")
  void theExampleIsSuchAMessage(ErrorMessage message) throws IOException {
    String pattern =
        ("\\Q" + message.template() + "\\E")
            .replace("%s", "\\E.+\\Q")
            .replace("%d", "\\E-?\\d+\\Q");
    assertThat(examples().get(message.id())).as(message.id()).matches(pattern);
  }

  /** Behind a colon or in a second sentence, as core's do; or another message ends it. */
  @ParameterizedTest
  @MethodSource("messages")
  void saysWhatToDo(ErrorMessage message) {
    assertThat(message.template())
        .containsPattern("(: |\\. |; |, but must be )")
        .doesNotContain("  ")
        .matches("(?s).*([.?]|%s)");
  }
}
