package io.venturi.processor.internal.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds annotations and class literals that stand for nothing: misspelt, not imported, or not
 * generated yet. The javac of Java 17 leaves such annotations out of an element's without a word
 * (that of Java 25 does not), so only the source shows them.
 */
final class UnknownNames extends TreePathScanner<Void, List<UnknownName>> {

  private final Trees trees;

  private UnknownNames(Trees trees) {
    this.trees = trees;
  }

  /** Those in the annotations of this class and of its methods. */
  static List<UnknownName> of(TreePath type, Trees trees) {
    List<UnknownName> found = new ArrayList<>();
    UnknownNames scanner = new UnknownNames(trees);
    if (type.getLeaf() instanceof ClassTree tree) {
      scanner.scan(new TreePath(type, tree.getModifiers()), found);
      for (Tree member : tree.getMembers()) {
        if (member instanceof MethodTree method) {
          scanner.scan(new TreePath(new TreePath(type, method), method.getModifiers()), found);
        }
      }
    }
    return found;
  }

  @Override
  public Void visitAnnotation(AnnotationTree annotation, List<UnknownName> found) {
    check(annotation.getAnnotationType(), true, found);
    return super.visitAnnotation(annotation, found);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree select, List<UnknownName> found) {
    if (select.getIdentifier().contentEquals("class")) {
      check(select.getExpression(), false, found);
    }
    return super.visitMemberSelect(select, found);
  }

  private void check(Tree name, boolean isAnnotation, List<UnknownName> found) {
    TreePath path = new TreePath(getCurrentPath(), name);
    TypeMirror type = trees.getTypeMirror(path);
    if (type != null && type.getKind() == TypeKind.ERROR) {
      simpleName(name).ifPresent(n -> found.add(new UnknownName(n, isAnnotation, path)));
    }
  }

  private static Optional<String> simpleName(Tree tree) {
    if (tree instanceof IdentifierTree identifier) {
      return Optional.of(identifier.getName().toString());
    }
    return tree instanceof MemberSelectTree select
        ? Optional.of(select.getIdentifier().toString())
        : Optional.empty();
  }
}
