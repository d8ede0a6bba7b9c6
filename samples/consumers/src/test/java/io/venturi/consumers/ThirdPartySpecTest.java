package io.venturi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's spec, compiled without the plugin, and with mistakes. */
class ThirdPartySpecTest {

  private static final String SPEC = "com/example/clothes/Clothes.java";

  /** What a line with an error begins with. */
  private static final Pattern ERROR = Pattern.compile("^.*\\.java:\\d+: error: ");

  @TempDir Path folder;

  private List<String> errors(String classPath, String processorPath)
      throws IOException, InterruptedException {
    return errors(Built.appSources().resolve(SPEC), classPath, processorPath);
  }

  /** The user's spec with one thing changed, compiled with the plugin on both paths. */
  private List<String> errorsWith(String before, String after)
      throws IOException, InterruptedException {
    String spec = Files.readString(Built.appSources().resolve(SPEC));
    assertThat(spec).contains(before);
    Path changed = Files.writeString(folder.resolve("Clothes.java"), spec.replace(before, after));
    String path = Built.classPath(Built.plugin());
    return errors(changed, path, path);
  }

  /** By a javac of its own, which sees nothing of this test's class path. */
  private List<String> errors(Path spec, String classPath, String processorPath)
      throws IOException, InterruptedException {
    Process javac =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-classpath",
                classPath,
                "-processorpath",
                processorPath,
                "-d",
                Files.createDirectories(folder.resolve("classes")).toString(),
                spec.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    javac.waitFor();
    return output
        .lines()
        .filter(ERROR.asPredicate())
        .map(line -> ERROR.matcher(line).replaceFirst(""))
        .toList();
  }

  @Test
  void namesThePluginThatIsMissingOnTheProcessorPath() throws IOException, InterruptedException {
    assertThat(errors(Built.classPath(Built.plugin()), Built.classPath()))
        .containsExactly(
            "[AE-060] @Maxout has no processor half on the processor path. Add"
                + " com.example:venturi-extras there, beside venturi-processor.");
  }

  @Test
  void namesThePluginThatIsMissingEverywhere() throws IOException, InterruptedException {
    assertThat(errors(Built.classPath(), Built.classPath()))
        .contains(
            "package com.example.extras does not exist",
            "[AE-070] @Occlusion is not known. Its package com.example.extras is not on the class"
                + " path: add the jar that has it to the dependencies; if it is a plugin's layer,"
                + " to the processor path too.");
  }

  @Test
  void holdsTheSpecToThePluginsRanges() throws IOException, InterruptedException {
    assertThat(errorsWith("pieces = 2", "pieces = 1"))
        .containsExactly("[AE-040] pieces of @Maxout is 1. Use a value in [2, 64].");
  }

  @Test
  void refusesWhatThePluginsOwnRulesRefuse() throws IOException, InterruptedException {
    assertThat(errorsWith("units = 96, ", ""))
        .containsExactly(
            "[AE-064] @Maxout narrow() has no units. Set them; only the last decoder layer is as"
                + " wide as the input by itself.");
    assertThat(errorsWith("output = Sigmoid.class", "output = Sigmoid.class, tied = true"))
        .containsExactly(
            "[AE-064] @Maxout narrow() has several weights between two values, so their"
                + " transpose undoes nothing. Use tied = false, or write the decoder out with"
                + " @Decoder methods.");
  }
}
