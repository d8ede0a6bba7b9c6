package io.venturi.benchmarks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each peer's library is known to its own package alone. */
class ArchitectureTest {

  private static final String PEERS = "io.venturi.benchmarks.peers.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.venturi.benchmarks");

  @ParameterizedTest
  @CsvSource({
    "torch, ai.djl..",
    "dl4j, org.deeplearning4j..",
    "onnx, ai.onnxruntime..",
    "onnx, onnx.."
  })
  void aLibraryStaysInItsPackage(String peer, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(PEERS + peer)
        .should()
        .dependOnClassesThat(resideInAPackage(library))
        .check(CLASSES);
    assertThat(CLASSES.that(resideInAPackage(PEERS + peer)))
        .anyMatch(each -> dependsOn(each, library));
  }

  private static boolean dependsOn(JavaClass each, String library) {
    return each.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> resideInAPackage(library).test(dependency.getTargetClass()));
  }

  @Test
  void theTaskKnowsNeitherVenturiNorAPeer() {
    noClasses()
        .that()
        .resideInAPackage(PEERS + "task")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "ai..", "onnx..", "org.deeplearning4j..", "org.nd4j..", "io.venturi..")
                .and(not(resideInAPackage(PEERS + "task")))
                .and(not(equivalentTo(Median.class))))
        .check(CLASSES);
  }
}
