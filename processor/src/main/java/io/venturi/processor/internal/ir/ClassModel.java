package io.venturi.processor.internal.ir;

import java.util.Set;

/**
 * What the compiler knows of a class that a spec or a plugin names.
 *
 * @param isConcrete a class, not abstract
 * @param isInner needs an instance of its enclosing class
 * @param isGeneric has type parameters
 * @param isDeprecated its use gives a warning
 * @param isAccessible from the spec's package
 * @param creation whether {@code new} works, as far as its constructor is concerned
 * @param supertypes all of them, by binary name
 * @param codomain what {@code @Codomain} on it says
 */
public record ClassModel(
    ClassRef ref,
    boolean isConcrete,
    boolean isInner,
    boolean isGeneric,
    boolean isDeprecated,
    boolean isAccessible,
    Creation creation,
    Set<String> supertypes,
    Interval codomain) {

  public ClassModel {
    supertypes = Set.copyOf(supertypes);
  }

  /** Whether it is that type or a subtype. */
  public boolean isA(String binaryName) {
    return ref.binaryName().equals(binaryName) || supertypes.contains(binaryName);
  }
}
