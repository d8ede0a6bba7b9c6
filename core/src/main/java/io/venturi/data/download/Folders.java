package io.venturi.data.download;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The folders that the user names, or the platform has, for data. */
final class Folders {

  static final String DATA_PROPERTY = "venturi.data";
  static final String DATA_VARIABLE = "VENTURI_DATA";
  static final String CACHE_PROPERTY = "venturi.cache";
  static final String CACHE_VARIABLE = "VENTURI_CACHE";

  private Folders() {}

  /** The folder below which the user has data sets; null if none is named. */
  static @Nullable Path data() {
    String named = named(DATA_PROPERTY, DATA_VARIABLE);
    return named.isEmpty() ? null : Path.of(named);
  }

  /** The folder for what was downloaded. */
  static Path cache() {
    String named = named(CACHE_PROPERTY, CACHE_VARIABLE);
    return named.isEmpty()
        ? cache(
            System.getProperty("os.name", ""),
            Path.of(System.getProperty("user.home", ".")),
            variable -> System.getenv().getOrDefault(variable, ""))
        : Path.of(named);
  }

  /** Where a platform keeps what programs can get again. */
  static Path cache(String system, Path home, UnaryOperator<String> variables) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      String local = variables.apply("LOCALAPPDATA");
      Path base = local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local);
      return base.resolve("venturi").resolve("cache");
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("venturi");
    }
    String xdg = variables.apply("XDG_CACHE_HOME");
    Path base = xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg);
    return base.resolve("venturi");
  }

  private static String named(String property, String variable) {
    String value = System.getProperty(property, "");
    return value.isBlank() ? System.getenv().getOrDefault(variable, "").strip() : value.strip();
  }
}
