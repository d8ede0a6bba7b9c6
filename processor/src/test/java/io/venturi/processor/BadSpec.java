package io.venturi.processor;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * A spec with faults, from a file in {@code src/test/resources/bad}: a comment {@code // ! text}
 * expects that error on the next line of code. The file is com.example.Example, with the usual
 * imports in front; a line {@code //// name} starts another class, written out.
 */
record BadSpec(String name, List<JavaFileObject> sources, List<String> errors) {

  private static final Path DIRECTORY = Path.of("src/test/resources/bad");
  private static final String EXPECTED = "// ! ";
  private static final String NEXT_FILE = "//// ";

  static List<BadSpec> all() {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.sorted().map(BadSpec::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BadSpec read(Path file) {
    List<JavaFileObject> sources = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    String type = "com.example.Example";
    List<String> lines = new ArrayList<>(Compile.IMPORTS.lines().toList());
    List<String> pending = new ArrayList<>();
    for (String line : readLines(file)) {
      if (line.startsWith(NEXT_FILE)) {
        sources.add(JavaFileObjects.forSourceLines(type, lines));
        type = line.substring(NEXT_FILE.length());
        lines.clear();
        continue;
      }
      lines.add(line);
      if (line.strip().startsWith(EXPECTED)) {
        pending.add(line.strip().substring(EXPECTED.length()));
        continue;
      }
      for (String text : pending) {
        errors.add(String.format(Locale.ROOT, "%3d: %s", lines.size(), text));
      }
      pending.clear();
    }
    sources.add(JavaFileObjects.forSourceLines(type, lines));
    return new BadSpec(file.getFileName().toString(), sources, errors.stream().sorted().toList());
  }

  private static List<String> readLines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
