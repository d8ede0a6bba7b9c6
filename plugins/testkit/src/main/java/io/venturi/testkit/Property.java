package io.venturi.testkit;

/** Something that must hold of a spec. */
interface Property {

  /** What must hold, in words. */
  String name();

  /** Whether the spec has anything that this could hold of. */
  default boolean appliesTo(Subject subject) {
    return true;
  }

  /**
   * Checks it.
   *
   * @throws AssertionError by {@link Violation} if it does not hold
   * @throws org.opentest4j.TestAbortedException if it cannot be checked here
   */
  void check(Subject subject);
}
