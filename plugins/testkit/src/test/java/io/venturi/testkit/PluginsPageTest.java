package io.venturi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin of docs/plugins.md is this module's: what the page shows compiles and conforms. */
class PluginsPageTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "plugins.md");
  private static final Path SOURCES = Path.of("src/test/java/com/example/robust");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Charbonnier",
        "CharbonnierLoss",
        "CharbonnierFactory",
        "RobustPlugin",
        "Drift",
        "DriftFactory",
        "CharbonnierTest"
      })
  void showsTheseFiles(String name) throws IOException {
    String source = Files.readString(SOURCES.resolve(name + ".java"));

    assertThat(Files.readString(PAGE)).contains(source.substring(source.indexOf("import ")));
  }
}
