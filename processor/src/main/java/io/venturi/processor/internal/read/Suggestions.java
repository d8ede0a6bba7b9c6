package io.venturi.processor.internal.read;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds what a misspelt name may have been meant to be, in our packages and imported ones; or that
 * the package that it is imported from is not there, as a plugin's that was left out.
 */
final class Suggestions {

  /** Where names of specs come from, as far as they come with us. */
  private static final List<String> PACKAGES =
      List.of("io.venturi.annotation", "io.venturi.kernel", "io.venturi.losses");

  private final Elements elements;

  /** Missing packages that have been named already: once is enough. */
  private final Set<String> missing = new HashSet<>();

  Suggestions(Elements elements) {
    this.elements = elements;
  }

  /** What to do about the name, if something like it exists. */
  Optional<String> of(UnknownName name) {
    return Stream.concat(PACKAGES.stream(), imported(name))
        .distinct()
        .map(elements::getPackageElement)
        .filter(found -> found != null)
        .flatMap(found -> ElementFilter.typesIn(found.getEnclosedElements()).stream())
        .filter(type -> distance(type, name) <= 1 + name.simpleName().length() / 4)
        .filter(type -> canBe(type, name))
        .min(
            Comparator.<TypeElement>comparingInt(type -> distance(type, name))
                .thenComparing(type -> type.getQualifiedName().toString()))
        .map(type -> advice(type, name))
        .or(() -> missingPackage(name));
  }

  private Optional<String> missingPackage(UnknownName name) {
    return imports(name)
        .filter(each -> each.getIdentifier().contentEquals(name.simpleName()))
        .map(each -> each.getExpression().toString())
        .filter(each -> isNowhere(each) && missing.add(each))
        .findFirst()
        .map(
            each ->
                "Its package "
                    + each
                    + " is not on the class path: add the jar that has it to the dependencies; if it"
                    + " is a plugin's layer, to the processor path too.");
  }

  /** Neither a package nor a class with others in it. */
  private boolean isNowhere(String name) {
    return elements.getPackageElement(name) == null && elements.getTypeElement(name) == null;
  }

  private static String advice(TypeElement type, UnknownName name) {
    return type.getSimpleName().contentEquals(name.simpleName())
        ? "Import " + type.getQualifiedName() + "."
        : "Did you mean " + name.display(type.getSimpleName().toString()) + "?";
  }

  private static Stream<String> imported(UnknownName name) {
    return imports(name).map(each -> each.getExpression().toString());
  }

  private static Stream<MemberSelectTree> imports(UnknownName name) {
    return name.path().getCompilationUnit().getImports().stream()
        .filter(each -> !each.isStatic())
        .map(ImportTree::getQualifiedIdentifier)
        .filter(MemberSelectTree.class::isInstance)
        .map(MemberSelectTree.class::cast);
  }

  private static boolean canBe(TypeElement type, UnknownName name) {
    return type.getModifiers().contains(PUBLIC)
        && (name.isAnnotation()
            ? type.getKind() == ElementKind.ANNOTATION_TYPE
            : type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(ABSTRACT));
  }

  private static int distance(TypeElement type, UnknownName name) {
    return distance(type.getSimpleName().toString(), name.simpleName());
  }

  /** Letters to insert, drop, replace or swap with the next. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
