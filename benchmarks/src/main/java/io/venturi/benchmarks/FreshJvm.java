package io.venturi.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Java process that runs a main class. It sees nothing of the environment that changes what
 * native libraries or Java do, so that whoever starts a benchmark does not measure their own
 * settings; what it is given here it gets.
 *
 * @param main the class whose main method runs
 * @param arguments of the main method
 * @param options of Java, such as {@code -Xmx512m}
 * @param environment variables beside those of this process
 * @param classPath entries as Java has them in one text
 */
public record FreshJvm(
    Class<?> main,
    List<String> arguments,
    List<String> options,
    Map<String, String> environment,
    String classPath) {

  /** Lines of a process that failed which are shown. */
  private static final int LINES = 30;

  private static final List<String> CLEARED =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** Of OpenBLAS, MKL, and the OpenMP of Intel, GNU and everybody. */
  private static final List<String> CLEARED_PREFIXES =
      List.of("OPENBLAS_", "MKL_", "OMP_", "KMP_", "GOMP_");

  /** A process with this one's class path. */
  public static FreshJvm of(Class<?> main, List<String> arguments) {
    return new FreshJvm(
        main, arguments, List.of(), Map.of(), System.getProperty("java.class.path"));
  }

  /** The same with these options of Java. */
  public FreshJvm withOptions(List<String> more) {
    return new FreshJvm(main, arguments, more, environment, classPath);
  }

  /** The same with these environment variables. */
  public FreshJvm withEnvironment(Map<String, String> variables) {
    return new FreshJvm(main, arguments, options, variables, classPath);
  }

  /** The same with another class path. */
  public FreshJvm withClassPath(String entries) {
    return new FreshJvm(main, arguments, options, environment, entries);
  }

  /**
   * Runs it to its end.
   *
   * @param errors where its standard error goes
   * @return what it writes to standard output, without white space around it
   * @throws IllegalStateException if it fails
   */
  public String output(Redirect errors) throws IOException, InterruptedException {
    Process process = builder().redirectError(errors).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException(main.getSimpleName() + " ended with exit code " + code);
    }
    return output.strip();
  }

  /**
   * Runs it to its end.
   *
   * @param log where all that it writes goes
   * @param minutes that it may take at most
   * @throws IllegalStateException that has the end of the log, if it fails or takes longer
   */
  public void run(Path log, long minutes) throws IOException, InterruptedException {
    Process process = builder().redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
        throw new IllegalStateException(
            "no end after " + minutes + " minutes" + System.lineSeparator() + end(log));
      }
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "exit code " + process.exitValue() + System.lineSeparator() + end(log));
    }
  }

  ProcessBuilder builder() {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(FreshJvm::isCleared);
    builder.environment().putAll(environment);
    // Not on the command line: ONNX Runtime dies where that is as long as a class path.
    builder.environment().put("CLASSPATH", classPath);
    return builder;
  }

  /** Whether processes do not see a variable of this one. */
  static boolean isCleared(String variable) {
    return CLEARED.contains(variable) || CLEARED_PREFIXES.stream().anyMatch(variable::startsWith);
  }

  private static String end(Path log) throws IOException {
    List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
    return String.join(
        System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }
}
