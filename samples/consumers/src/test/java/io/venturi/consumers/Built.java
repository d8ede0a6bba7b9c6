package io.venturi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the invoker has built of {@code samples/third-party-plugin}. */
final class Built {

  private static final Path FOLDER = Path.of("target", "it", "third-party-plugin");

  private Built() {}

  /** The author's jar. */
  static Path plugin() {
    return existing(FOLDER.resolve("plugin/target/venturi-extras-1.0.jar"));
  }

  /** The user's jar. */
  static Path app() {
    return existing(FOLDER.resolve("app/target/clothes-1.0.jar"));
  }

  /** The user's sources. */
  static Path appSources() {
    return existing(FOLDER.resolve("app/src/main/java"));
  }

  private static Path existing(Path path) {
    assertThat(Files.exists(path)).as(path + ", which the invoker makes: run mvn verify").isTrue();
    return path.toAbsolutePath();
  }

  /** A class path of all of Venturi, and these. */
  static String classPath(Path... more) {
    return Stream.concat(
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes")),
            Stream.of(more).map(Path::toString))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A jar as messages name it. */
  static String location(Path jar) throws MalformedURLException {
    return jar.toUri().toURL().toString();
  }
}
