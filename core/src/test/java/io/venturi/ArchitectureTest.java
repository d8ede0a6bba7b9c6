package io.venturi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.venturi.train.ConsoleProgress;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of core, and what each may use. */
class ArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.venturi");

  /** Each package with the packages of Venturi that it may use beside itself. */
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              entry("annotation", Set.of()),
              entry("error", Set.of()),
              entry("kernel", Set.of("annotation", "error")),
              entry("spi", Set.of("annotation", "kernel", "error")),
              entry("layer", Set.of("annotation", "kernel", "spi", "error")),
              entry("data", Set.of("kernel", "error")),
              entry("model", Set.of("annotation", "kernel", "spi", "data", "error")),
              entry("train", Set.of("annotation", "kernel", "spi", "data", "model", "error")),
              entry("application", Set.of("kernel", "spi", "data", "model", "train", "error")),
              entry("internal", Set.of("annotation", "kernel", "spi", "layer", "error")),
              entry(
                  "runtime",
                  Set.of(
                      "annotation",
                      "kernel",
                      "spi",
                      "layer",
                      "data",
                      "model",
                      "train",
                      "application",
                      "internal",
                      "error"))));

  /** A room within a room. */
  private static final Set<String> DOWNLOADS_MAY_USE = Set.of("data", "error");

  /** Libraries, and the packages that alone may use them. */
  private static final Map<String, Set<String>> LIBRARIES =
      new TreeMap<>(
          Map.of(
              "org.bytedeco", Set.of("kernel"),
              "com.sun.jna", Set.of("kernel"),
              "org.nd4j", Set.of("kernel", "data", "model"),
              "com.fasterxml.jackson", Set.of("model"),
              "com.google.inject", Set.of("runtime"),
              "jakarta.inject", Set.of("runtime"),
              "me.tongfei", Set.of("train"),
              "de.siegmar", Set.of("data"),
              "org.slf4j", Set.of("kernel", "train", "runtime")));

  static Set<String> packages() {
    return MAY_USE.keySet();
  }

  static Set<String> libraries() {
    return LIBRARIES.keySet();
  }

  private static String[] patterns(Iterable<String> names) {
    Set<String> patterns = new TreeSet<>();
    names.forEach(name -> patterns.add("io.venturi." + name + ".."));
    return patterns.toArray(String[]::new);
  }

  @Test
  void everyPackageHasARule() {
    Set<String> found = new TreeSet<>();
    for (JavaClass each : CORE) {
      found.add(
          each.getPackageName().replaceFirst("^io\\.venturi\\.?", "").replaceFirst("\\..*", ""));
    }
    assertThat(found).isEqualTo(MAY_USE.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void usesOnlyTheRoomsBelow(String name) {
    Set<String> forbidden = new TreeSet<>(MAY_USE.keySet());
    forbidden.remove(name);
    forbidden.removeAll(MAY_USE.get(name));
    if (!forbidden.isEmpty()) {
      noClasses()
          .that()
          .resideInAPackage("io.venturi." + name + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(patterns(forbidden))
          .check(CORE);
    }
  }

  @Test
  void downloadsUseOnlyTheRoomsBelow() {
    Set<String> forbidden = new TreeSet<>(MAY_USE.keySet());
    forbidden.removeAll(DOWNLOADS_MAY_USE);
    noClasses()
        .that()
        .resideInAPackage("io.venturi.data.download..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(patterns(forbidden))
        .check(CORE);
  }

  /** What is read and what is held are one. */
  @Test
  void theTableOfRoomsSaysTheSame() throws IOException {
    Map<String, Set<String>> table = new TreeMap<>();
    Pattern row = Pattern.compile("\\| core `([a-z.]+)` \\|[^|]*\\| ([a-zA-Z, ]+) \\|");
    for (String line : Files.readAllLines(Path.of("..", "ARCHITECTURE.md"))) {
      Matcher matcher = row.matcher(line);
      if (matcher.matches()) {
        table.put(matcher.group(1), rooms(matcher.group(1), matcher.group(2)));
      }
    }
    Map<String, Set<String>> held = new TreeMap<>(MAY_USE);
    held.put("data.download", DOWNLOADS_MAY_USE);
    assertThat(table).isEqualTo(held);
  }

  private static Set<String> rooms(String name, String listed) {
    Set<String> rooms = new TreeSet<>();
    if (listed.equals("all of core")) {
      rooms.addAll(MAY_USE.keySet());
      rooms.remove(name);
    } else if (!listed.equals("JDK")) {
      rooms.addAll(List.of(listed.split(", ", -1)));
    }
    return rooms;
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.venturi.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void isUsedWhereItBelongs(String library) {
    noClasses()
        .that()
        .resideOutsideOfPackages(patterns(LIBRARIES.get(library)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .check(CORE);
  }

  /** And is a room of its own: readers of files do not go to the network. */
  @Test
  void downloadsAreTheOneWayToTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.venturi.data.download..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "io.venturi.data.download..")
        .check(CORE);
  }

  /** What users' annotations and exceptions drag along. */
  @ParameterizedTest
  @MethodSource("leaves")
  void usesTheJdkAlone(String leaf) {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.venturi." + leaf + "..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.jspecify..", "io.venturi." + leaf + "..");
    rule.check(CORE);
  }

  static List<String> leaves() {
    return List.of("annotation", "error");
  }

  @Test
  void nothingIsReadByJavaSerialization() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ObjectOutputStream.class)
        .check(CORE);
  }

  @Test
  void logsBySlf4jAlone() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ConsoleProgress.class.getName()) // What it is for.
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.apache.log4j..", "org.apache.logging..")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(CORE);
  }

  @Test
  void publicApiIsMarkedNonNull() {
    for (String name : MAY_USE.keySet()) {
      boolean marked =
          Arrays.stream(CORE.getPackage("io.venturi." + name).getAnnotations().toArray())
              .anyMatch(annotation -> annotation.toString().contains("NullMarked"));
      assertThat(marked).as(name).isTrue();
    }
  }
}
