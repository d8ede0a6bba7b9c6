package io.venturi.kernel;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The BLAS that is really in this process, whatever was asked for, by what it says of itself.
 *
 * @param library its name and version, such as {@code OpenBLAS 0.3.19}, or "unknown"
 * @param core the kernels in use, such as {@code SkylakeX}, in its own spelling, or "unknown"
 * @param threads how many threads one product uses, 0 if unknown
 * @param file the file that its code was loaded from; empty if the system does not tell
 * @param reproducible whether results are the same wherever in memory the matrices lie
 */
record LoadedBlas(String library, String core, int threads, String file, boolean reproducible) {

  static final String UNKNOWN = "unknown";

  /** What MKL says of its kernels on CPUs that are not Intel's, and no more. */
  static final String NO_INTEL_CPU = "AUTO";

  private static final Logger LOG = LoggerFactory.getLogger(LoadedBlas.class);
  private static final Path MAPPINGS = Path.of("/proc/self/maps");
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+");

  /** Symbols stay where they are; JNA's default would show them to libraries loaded later. */
  private static final Map<String, ?> LAZY = Map.of(Library.OPTION_OPEN_FLAGS, 1);

  /** Looks at what JavaCPP's bindings call. ND4J must have been loaded. */
  static LoadedBlas find() {
    try {
      String bindings = Loader.load(org.bytedeco.openblas.global.openblas_nolapack.class);
      NativeLibrary blas = NativeLibrary.getInstance(bindings, LAZY);
      String file = fileOf(blas.getFunction("cblas_sgemm"));
      return has(blas, "MKL_Get_Version_String") ? mkl(blas, file) : openBlas(blas, file);
    } catch (LinkageError | RuntimeException e) {
      LOG.debug("the BLAS that is loaded does not tell what it is", e);
      return new LoadedBlas(UNKNOWN, UNKNOWN, 0, "", true);
    }
  }

  boolean isMkl() {
    return library.startsWith("MKL");
  }

  private static boolean has(NativeLibrary library, String function) {
    try {
      library.getFunction(function);
      return true;
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }

  private static LoadedBlas openBlas(NativeLibrary blas, String file) {
    Object[] none = {};
    String config = blas.getFunction("openblas_get_config").invokeString(none, false);
    return new LoadedBlas(
        "OpenBLAS" + version(config),
        blas.getFunction("openblas_get_corename").invokeString(none, false),
        blas.getFunction("openblas_get_num_threads").invokeInt(none),
        file,
        true);
  }

  private static LoadedBlas mkl(NativeLibrary blas, String file) {
    byte[] text = new byte[200];
    blas.getFunction("MKL_Get_Version_String").invokeVoid(new Object[] {text, text.length - 1});
    int branch = blas.getFunction("MKL_CBWR_Get").invokeInt(new Object[] {1});
    boolean reproducible = branch > 1;
    int kernels =
        branch > 2 ? branch : blas.getFunction("MKL_CBWR_Get_Auto_Branch").invokeInt(new Object[0]);
    return new LoadedBlas(
        "MKL" + version(new String(text, StandardCharsets.US_ASCII)),
        mklBranch(kernels),
        blas.getFunction("MKL_Get_Max_Threads").invokeInt(new Object[0]),
        file,
        reproducible);
  }

  /** The names that the variable {@code MKL_CBWR} has for instruction sets. */
  static String mklBranch(int number) {
    return switch (number) {
      case 2 -> NO_INTEL_CPU;
      case 3 -> "COMPATIBLE";
      case 4 -> "SSE2";
      case 6 -> "SSSE3";
      case 7 -> "SSE4_1";
      case 8 -> "SSE4_2";
      case 9 -> "AVX";
      case 10 -> "AVX2";
      case 11 -> "AVX512_MIC";
      case 12 -> "AVX512";
      case 13 -> "AVX512_MIC_E1";
      case 14 -> "AVX512_E1";
      default -> UNKNOWN;
    };
  }

  /** The first version number in a text, after a space; empty if there is none. */
  static String version(String text) {
    Matcher matcher = VERSION.matcher(text);
    return matcher.find() ? " " + matcher.group() : "";
  }

  private static String fileOf(Function function) {
    try {
      return Files.isReadable(MAPPINGS)
          ? fileAt(Files.readAllLines(MAPPINGS), Pointer.nativeValue(function))
          : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** The file that is mapped where {@code address} is; lines as in {@code /proc/self/maps}. */
  static String fileAt(List<String> mappings, long address) {
    for (String line : mappings) {
      int dash = line.indexOf('-');
      int blank = line.indexOf(' ');
      long start = Long.parseUnsignedLong(line, 0, dash, 16);
      long end = Long.parseUnsignedLong(line, dash + 1, blank, 16);
      if (Long.compareUnsigned(start, address) <= 0 && Long.compareUnsigned(address, end) < 0) {
        int path = line.indexOf('/');
        return path < 0 ? "" : line.substring(path);
      }
    }
    return "";
  }
}
