package io.venturi.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.venturi.processor.internal.CoreNames;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** Which room may know of which. */
class ArchitectureTest {

  private static final String ROOT = "io.venturi.processor";
  private static final String INTERNAL = ROOT + ".internal.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void phasesFollowOneAnother() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .layer("entry")
        .definedBy(ROOT)
        .layer("spi")
        .definedBy(ROOT + ".spi")
        .layer("ir")
        .definedBy(INTERNAL + "ir")
        .layer("diagnostics")
        .definedBy(INTERNAL + "diagnostics")
        .layer("read")
        .definedBy(INTERNAL + "read")
        .layer("validate")
        .definedBy(INTERNAL + "validate")
        .layer("lower")
        .definedBy(INTERNAL + "lower")
        .layer("emit")
        .definedBy(INTERNAL + "emit")
        .whereLayer("entry")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("spi")
        .mayNotAccessAnyLayer()
        .whereLayer("ir")
        .mayOnlyAccessLayers("spi")
        .whereLayer("diagnostics")
        .mayOnlyAccessLayers("ir")
        .whereLayer("read")
        .mayOnlyAccessLayers("ir", "diagnostics")
        .whereLayer("validate")
        .mayOnlyAccessLayers("ir", "diagnostics", "spi")
        .whereLayer("lower")
        .mayOnlyAccessLayers("ir", "diagnostics", "spi", "validate")
        .whereLayer("emit")
        .mayOnlyAccessLayers("ir", "spi")
        .check(CLASSES);
  }

  @Test
  void onlyEmitKnowsJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackage(INTERNAL + "emit")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir..")
        .check(CLASSES);
  }

  /** JavaPoet takes the modifiers of javax.lang.model. */
  @Test
  void onlyTheEntryReadAndDiagnosticsKnowTheCompiler() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, INTERNAL + "read", INTERNAL + "diagnostics")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "javax.lang.model..", "javax.annotation.processing..", "javax.tools..")
                .and(not(equivalentTo(Modifier.class))))
        .check(CLASSES);
  }

  @Test
  void spiIsTheJdkAndItself() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".spi")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify.annotations", ROOT + ".spi"))
        .check(CLASSES);
  }

  @Test
  void builtInLayersUseTheSpiAlone() {
    classes()
        .that()
        .resideInAPackage(INTERNAL + "layer")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify.annotations", ROOT + ".spi")
                .or(resideInAnyPackage(INTERNAL + "layer", "com.google.auto.service"))
                .or(equivalentTo(CoreNames.class)))
        .check(CLASSES);
  }

  @Test
  void nothingDependsOnCore() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.venturi..").and(not(resideInAPackage(ROOT + ".."))))
        .check(CLASSES);
  }
}
