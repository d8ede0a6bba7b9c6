package io.venturi.testkit;

import io.venturi.processor.NetworkProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;

/** Lets the annotation processor look at a source, as a build would. */
final class SpecCompilation {

  private SpecCompilation() {}

  /** The errors, one a line; empty if there are none. */
  static List<String> errors(String className, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Assumptions.assumeTrue(compiler != null, "this is no JDK: there is no compiler");
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try {
      Path folder = Files.createTempDirectory("conformance");
      try {
        List<String> options =
            List.of(
                "-proc:only",
                "-classpath",
                System.getProperty("java.class.path", ""),
                "-d",
                folder.toString());
        JavaCompiler.CompilationTask task =
            compiler.getTask(
                null, null, found, options, null, List.of(new Source(className, source)));
        task.setProcessors(List.of(new NetworkProcessor()));
        task.call();
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String className, String text) {
      super(
          URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension),
          Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
