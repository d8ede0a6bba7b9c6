package io.venturi.benchmarks.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Main classes of this class path, run in Java processes of their own. */
final class FreshJvm {

  private FreshJvm() {}

  /**
   * Runs a main class to its end; what it writes to standard error comes through.
   *
   * @param options of the Java process, such as {@code -Xmx512m}
   * @return what it writes to standard output
   * @throws IllegalStateException if it fails
   */
  static String run(Class<?> main, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException(main.getSimpleName() + " ended with exit code " + code);
    }
    return output.strip();
  }
}
