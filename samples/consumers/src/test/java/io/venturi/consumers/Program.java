package io.venturi.consumers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The user's app, run by a Java of its own.
 *
 * @param exitCode 0 if all went well
 * @param output what it printed, errors too
 */
record Program(int exitCode, String output) {

  /**
   * Runs the app to its end.
   *
   * @param folder for what it writes
   * @param jars on its class path beside Venturi's
   */
  static Program run(int epochs, Path folder, Path... jars)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-classpath",
                Built.classPath(jars),
                "com.example.clothes.ClothesApp",
                Integer.toString(epochs),
                folder.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Program(process.waitFor(), output);
  }
}
