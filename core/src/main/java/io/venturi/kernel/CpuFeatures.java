package io.venturi.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the CPU can do, as far as the operating system tells without native code: on Linux the flags
 * of {@code /proc/cpuinfo}; elsewhere nothing is known and nothing is chosen on its grounds.
 *
 * @param model the CPU's name, or "unknown"
 * @param flags the names of its features in the operating system's spelling
 */
record CpuFeatures(String model, Set<String> flags) {

  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  CpuFeatures {
    flags = Set.copyOf(flags);
  }

  static CpuFeatures detect() {
    try {
      return Files.isReadable(CPUINFO) ? parse(Files.readAllLines(CPUINFO)) : unknown();
    } catch (IOException e) {
      return unknown();
    }
  }

  static CpuFeatures parse(List<String> cpuinfo) {
    String model = "unknown";
    Set<String> flags = new TreeSet<>();
    for (String line : cpuinfo) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        if (!flags.isEmpty()) {
          break; // The first CPU's paragraph has ended.
        }
        continue;
      }
      String key = line.substring(0, colon).strip();
      String value = line.substring(colon + 1).strip();
      if (key.equals("model name")) {
        model = value;
      } else if (key.equals("flags") && !value.isEmpty()) {
        flags.addAll(List.of(value.split(" +")));
      }
    }
    return new CpuFeatures(model, flags);
  }

  private static CpuFeatures unknown() {
    return new CpuFeatures("unknown", Set.of());
  }

  boolean hasAvx512() {
    return flags.containsAll(Set.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"))
        && hasAvx2();
  }

  boolean hasAvx2() {
    return flags.containsAll(Set.of("avx2", "fma"));
  }

  /** The highest vector extension, for messages. */
  String vectorExtension() {
    return hasAvx512() ? "AVX-512" : hasAvx2() ? "AVX2" : flags.isEmpty() ? "unknown" : "SSE";
  }
}
