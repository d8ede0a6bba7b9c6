package io.venturi.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/errors.md explains every message of the run time, in order, and no other. */
class ErrorsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "errors.md");
  private static final Pattern SECTION = Pattern.compile("(?m)^### (AE-[2-9]\\d\\d): ");

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
