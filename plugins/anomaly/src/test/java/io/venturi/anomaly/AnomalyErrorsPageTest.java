package io.venturi.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/errors.md explains every message of this plugin, in order, with an example of each. */
class AnomalyErrorsPageTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "errors.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^### (AE-41\\d): .*\\n\\n> (.*)$");

  @Test
  void explainsEveryMessage() throws IOException {
    Map<String, String> examples = new LinkedHashMap<>();
    EXAMPLE
        .matcher(Files.readString(PAGE))
        .results()
        .forEach(found -> examples.put(found.group(1), found.group(2)));

    assertThat(examples.keySet())
        .containsExactlyElementsOf(
            Arrays.stream(AnomalyMessage.values()).map(AnomalyMessage::id).toList());
    for (AnomalyMessage message : AnomalyMessage.values()) {
      String pattern =
          ("\\Q" + message.template() + "\\E")
              .replace("%s", "\\E.+\\Q")
              .replace("%d", "\\E\\d+\\Q");
      assertThat(examples.get(message.id())).as(message.id()).matches(pattern);
    }
  }
}
