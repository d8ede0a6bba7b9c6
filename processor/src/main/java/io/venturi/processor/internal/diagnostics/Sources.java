package io.venturi.processor.internal.diagnostics;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.venturi.processor.internal.ir.Origin;
import java.util.Comparator;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The source that is compiled, as far as it can be seen: javac shows it, but some build tools stand
 * between, and other compilers do not.
 */
public final class Sources {

  /** By file, and from top to bottom in each; what has no place comes last. */
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file).thenComparingLong(Place::position);

  private static final Place NOWHERE = new Place("\uffff", Long.MAX_VALUE);

  private final @Nullable Trees trees;

  private Sources(@Nullable Trees trees) {
    this.trees = trees;
  }

  private record Place(String file, long position) {}

  /** The source of this compile. */
  public static Sources of(ProcessingEnvironment env) {
    try {
      return new Sources(Trees.instance(env));
    } catch (IllegalArgumentException e) {
      return new Sources(null);
    }
  }

  /** What javac knows, if it is javac. */
  public Optional<Trees> trees() {
    return Optional.ofNullable(trees);
  }

  /** Where the element is written; empty if that cannot be seen, or it comes from a class file. */
  public Optional<TreePath> path(Element element) {
    return trees().map(javac -> javac.getPath(element));
  }

  /** Whether the element is none of the source, as far as that can be seen. */
  boolean isClassFile(Element element) {
    return trees != null && trees.getPath(element) == null;
  }

  /** In the order of the source. */
  Comparator<Problem> order() {
    return Comparator.comparing(problem -> place(problem.origin()), ORDER);
  }

  private Place place(Origin origin) {
    if (trees == null) {
      return NOWHERE;
    }
    TreePath path =
        origin instanceof TreeOrigin tree ? tree.path() : path(trees, (ElementOrigin) origin);
    if (path == null) {
      return NOWHERE;
    }
    CompilationUnitTree file = path.getCompilationUnit();
    return new Place(file.getSourceFile().getName(), position(trees, file, path.getLeaf()));
  }

  private static @Nullable TreePath path(Trees trees, ElementOrigin origin) {
    return origin.annotation() == null
        ? trees.getPath(origin.element())
        : trees.getPath(origin.element(), origin.annotation(), origin.value());
  }

  /** The compiler reports methods and classes at their names, which follow what these end at. */
  private static long position(Trees trees, CompilationUnitTree file, Tree tree) {
    Tree before = tree;
    if (tree instanceof MethodTree method && method.getReturnType() != null) {
      before = method.getReturnType();
    } else if (tree instanceof ClassTree type) {
      before = type.getModifiers();
    }
    long end = before.equals(tree) ? -1 : trees.getSourcePositions().getEndPosition(file, before);
    return end >= 0 ? end : trees.getSourcePositions().getStartPosition(file, tree);
  }
}
