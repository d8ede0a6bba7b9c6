package io.venturi.benchmarks.peers;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The libraries for matrix products in this process, by what is in its memory. */
final class MappedLibraries {

  private static final Path MAPS = Path.of("/proc/self/maps");
  private static final Pattern NAMES =
      Pattern.compile("lib(openblas|mkl_rt|torch_cpu|onnxruntime)(_nolapack)?\\.so[.0-9]*");

  private static final String CORE_NAME = "openblas_get_corename";

  private MappedLibraries() {}

  /**
   * Their names, of OpenBLAS with the core type that it runs; empty where the system does not say.
   */
  static String names() throws IOException {
    if (!Files.isReadable(MAPS)) {
      return "";
    }
    return of(Files.readAllLines(MAPS)).stream()
        .map(library -> library.getFileName() + core(library))
        .collect(Collectors.joining(", "));
  }

  /** Where they are, without links that lead to them, as the system has followed those. */
  static List<Path> of(List<String> maps) {
    return maps.stream()
        .filter(line -> line.indexOf('/') >= 0)
        .map(line -> Path.of(line.substring(line.indexOf('/'))))
        .filter(path -> NAMES.matcher(path.getFileName().toString()).matches())
        .distinct()
        .sorted()
        .toList();
  }

  private static String core(Path library) {
    String name = library.getFileName().toString();
    if (!name.startsWith("libopenblas")) {
      return "";
    }
    NativeLibrary loaded = NativeLibrary.getInstance(library.toString());
    try {
      return " " + loaded.getFunction(CORE_NAME).invokeString(new Object[0], false);
    } catch (UnsatisfiedLinkError e) {
      return " (not OpenBLAS: a name for MKL)";
    }
  }
}
