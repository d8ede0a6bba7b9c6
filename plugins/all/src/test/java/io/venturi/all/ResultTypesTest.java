package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.venturi.application.report.ReportPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who prints a result reads a line, and not a hash code or what arrays print. */
class ResultTypesTest {

  private static final Pattern MODULE = Pattern.compile("/plugins/([a-z-]+)/target/");

  @Test
  void resultsAndRecordsOfArraysSayWhatTheyAre() throws IOException {
    Set<String> seen = new TreeSet<>();
    Set<String> silent = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.venturi")) {
      Matcher module =
          MODULE.matcher(type.getSource().map(source -> source.getUri().toString()).orElse(""));
      if (module.find() && isResult(type)) {
        seen.add(type.getName());
        if (!sourceOf(type, module.group(1)).contains("public String toString()")) {
          silent.add(type.getName());
        }
      }
    }
    assertThat(seen)
        .contains("io.venturi.reduction.Comparison", "io.venturi.variational.Posterior");
    assertThat(silent).isEmpty();
  }

  private static boolean isResult(JavaClass type) {
    if (!type.getModifiers().contains(JavaModifier.PUBLIC) || type.isInterface()) {
      return false;
    }
    boolean arrays =
        type.isRecord()
            && type.getFields().stream()
                .anyMatch(
                    field ->
                        !field.getModifiers().contains(JavaModifier.STATIC)
                            && field.getRawType().isArray());
    return arrays || type.isAssignableTo(ReportPart.class);
  }

  /** The source, since the compiler writes a toString into every record. */
  private static String sourceOf(JavaClass type, String module) {
    String outermost = type.getName().replaceFirst("\\$.*", "").replace('.', '/');
    Path file = Path.of("..", module, "src", "main", "java", outermost + ".java");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
