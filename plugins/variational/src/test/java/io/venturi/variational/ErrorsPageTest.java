package io.venturi.variational;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/errors.md explains every message of this plugin's, and no other of its ids. */
class ErrorsPageTest {

  private static final Pattern EXAMPLE = Pattern.compile("(?m)^### (AE-49[01]): .*\\n\\n> (.*)$");

  @Test
  void everyMessageHasASectionWithSuchAnExample() throws IOException {
    Map<String, String> examples = new HashMap<>();
    EXAMPLE
        .matcher(Files.readString(Path.of("..", "..", "docs", "errors.md")))
        .results()
        .forEach((MatchResult found) -> examples.put(found.group(1), found.group(2)));

    assertThat(examples)
        .containsOnlyKeys(
            Arrays.stream(VariationalMessage.values())
                .map(VariationalMessage::id)
                .toArray(String[]::new));
    for (VariationalMessage message : VariationalMessage.values()) {
      String pattern =
          ("\\Q" + message.template() + "\\E")
              .replace("%s", "\\E.+\\Q")
              .replace("%d", "\\E\\d+\\Q");
      assertThat(examples.get(message.id())).as(message.id()).matches(pattern);
    }
  }
}
