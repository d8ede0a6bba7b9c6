package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A user of one plugin needs no other: plugins do not depend on one another. */
class PluginDependenciesTest {

  private static final Path PLUGINS = Path.of("..");
  private static final Pattern MODULE = Pattern.compile("/plugins/([a-z-]+)/target/");

  /** What brings several plugins is there for that. It has no classes of its own. */
  private static final String ALL = "all";

  private static final String PROCESSOR_ALL = "processor-all";

  /** Modules of {@code plugins} that are used at build time, so that {@code all} has none. */
  private static final Set<String> BUILD_TIME =
      Set.of(ALL, PROCESSOR_ALL, "convolutional-processor", "testkit");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.venturi");

  @Test
  void classesOfPluginsUseNoOther() {
    Set<String> seen = new TreeSet<>();
    Set<String> violations = new TreeSet<>();
    for (JavaClass origin : CLASSES) {
      module(origin)
          .ifPresent(
              plugin -> {
                seen.add(plugin);
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                  module(dependency.getTargetClass().getBaseComponentType())
                      .filter(other -> !other.equals(plugin))
                      .ifPresent(other -> violations.add(dependency.getDescription()));
                }
              });
    }
    assertThat(violations).isEmpty();
    Set<String> withClasses = new TreeSet<>(modules());
    withClasses.removeAll(Set.of(ALL, PROCESSOR_ALL));
    assertThat(seen).as("what was looked at").isEqualTo(withClasses);
  }

  /** The same of what Maven brings, which tests may need more of. */
  @Test
  void pluginsBringNoOther() throws Exception {
    Map<String, Set<String>> bring = new TreeMap<>();
    for (String module : modules()) {
      Set<String> others = brought(module);
      if (!others.isEmpty()) {
        bring.put(module, others);
      }
    }
    Set<String> inUse = new TreeSet<>(modules());
    inUse.removeAll(BUILD_TIME);
    assertThat(bring)
        .isEqualTo(Map.of(ALL, inUse, PROCESSOR_ALL, Set.of("convolutional-processor")));
  }

  private static Optional<String> module(JavaClass type) {
    return type.getSource()
        .map(source -> MODULE.matcher(source.getUri().toString()))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
  }

  private static Set<String> modules() {
    try (Stream<Path> folders = Files.list(PLUGINS)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> brought(String module) throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(PLUGINS.resolve(module).resolve("pom.xml").toFile());
    NodeList dependencies = pom.getElementsByTagName("dependency");
    Set<String> others = new TreeSet<>();
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      String other = text(dependency, "artifactId").replaceFirst("^venturi-", "");
      if (modules().contains(other) && !text(dependency, "scope").equals("test")) {
        others.add(other);
      }
    }
    return others;
  }

  private static String text(Element element, String tag) {
    NodeList found = element.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().trim();
  }
}
