package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.all.guide.SensorsApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's program is this module's: what it shows compiles and runs. */
class GuideTest {

  private static final Path GUIDE = Path.of("..", "..", "docs", "guide.md");
  private static final Path SOURCES = Path.of("src/test/java/io/venturi/all/guide");

  @ParameterizedTest
  @ValueSource(strings = {"Sensors.java", "SensorsApp.java", "Clothes.java"})
  void showsTheseFiles(String file) throws IOException {
    String source = Files.readString(SOURCES.resolve(file));

    assertThat(Files.readString(GUIDE)).contains(source.substring(source.indexOf("import ")));
  }

  @Test
  void runs(@TempDir Path folder) {
    Path file = folder.resolve("sensors.venturi");

    SensorsApp.main(new String[] {file.toString()});

    assertThat(file).isNotEmptyFile();
  }
}
