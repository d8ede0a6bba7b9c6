package io.venturi.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A JUnit test of a spec, one test a property:
 *
 * <pre>{@code
 * class HuberTest extends ConformanceTest {
 *   @Override
 *   protected Conformance conformance() {
 *     return Conformance.of(HuberSpec.class).loss(row -> row.mean(HuberTest::huber));
 *   }
 * }
 * }</pre>
 */
public abstract class ConformanceTest {

  /** What to check, and the formulas to check it by. */
  protected abstract Conformance conformance();

  @TestFactory
  final Stream<DynamicTest> conforms() {
    return conformance().tests();
  }
}
