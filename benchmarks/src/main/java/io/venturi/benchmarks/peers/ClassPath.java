package io.venturi.benchmarks.peers;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A class path whose MKL only those get who ask for it, since whoever finds it there uses it.
 *
 * @param entries jars and folders
 */
record ClassPath(List<String> entries) {

  /** That of this process, which has MKL if the build's profile {@code mkl} put it there. */
  static ClassPath ofThisProcess() {
    return new ClassPath(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
  }

  boolean hasMkl() {
    return entries.stream().anyMatch(ClassPath::isMkl);
  }

  /** All of it. */
  String withMkl() {
    return String.join(File.pathSeparator, entries);
  }

  String withoutMkl() {
    return entries.stream()
        .filter(entry -> !isMkl(entry))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isMkl(String entry) {
    return Path.of(entry).getFileName().toString().startsWith("mkl-");
  }
}
