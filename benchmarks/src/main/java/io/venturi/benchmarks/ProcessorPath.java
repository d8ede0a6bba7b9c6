package io.venturi.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What builds put on the path of annotation processors: Venturi's, and what it needs. */
final class ProcessorPath {

  /** Of jars; of Guava's those of its own project, since ND4J has one of that name. */
  private static final List<Pattern> NAMES =
      Stream.of(
              "venturi-processor-\\d.*",
              "venturi-processor-all-.*",
              "venturi-convolutional-processor-.*",
              "auto-common-.*",
              "auto-service-annotations-.*",
              "failureaccess-.*",
              "guava-.*-jre",
              "javapoet-.*")
          .map(name -> Pattern.compile(name + "\\.jar"))
          .toList();

  private ProcessorPath() {}

  /**
   * Those of a class path.
   *
   * @throws IllegalArgumentException if one of them is not there: compiles would not have all that
   *     they take
   */
  static String in(String classPath) {
    List<String> entries = Arrays.asList(classPath.split(File.pathSeparator));
    for (Pattern name : NAMES) {
      if (entries.stream().noneMatch(entry -> isOf(entry, name))) {
        throw new IllegalArgumentException("no " + name + " on the class path " + classPath);
      }
    }
    return entries.stream()
        .filter(entry -> NAMES.stream().anyMatch(name -> isOf(entry, name)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isOf(String entry, Pattern name) {
    return name.matcher(Path.of(entry).getFileName().toString()).matches();
  }
}
