package io.venturi.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/errors.md explains every message of core's at run time, in order, and no other. */
class ErrorsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "errors.md");
  private static final Pattern SECTION = Pattern.compile("(?m)^### (AE-(?:012|021|[23]\\d\\d)): ");

  private static final Pattern EXAMPLE =
      Pattern.compile("(?m)^### (AE-(?:012|021|[23]\\d\\d)): .*\\n\\n> (.*)$");

  /** An example is a message as its template gives it, but for the id before it. */
  @Test
  void everyExampleIsSuchAMessage() throws IOException {
    Map<String, String> examples = new HashMap<>();
    EXAMPLE
        .matcher(Files.readString(PAGE))
        .results()
        .forEach((MatchResult found) -> examples.put(found.group(1), found.group(2)));

    for (Message message : Message.values()) {
      String text = "\\Q" + message.template() + "\\E";
      String pattern =
          text.replace("%s", "\\E.+\\Q")
              .replace("%d", "\\E\\d+\\Q")
              .replace("%08x", "\\E[0-9a-f]{8}\\Q");
      assertThat(examples.get(message.id())).as(message.id()).matches(pattern);
    }
  }

  @Test
  void everyMessageHasASection() throws IOException {
    List<String> sections =
        SECTION
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult section) -> section.group(1))
            .toList();

    assertThat(sections)
        .containsExactlyElementsOf(Arrays.stream(Message.values()).map(Message::id).toList());
  }
}
