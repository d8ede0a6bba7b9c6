package io.venturi.runtime;

/** Stands for a network that was compiled against another Venturi. */
@SuppressWarnings("TypeName")
final class SpecResolverTest_Failing_Network {
  SpecResolverTest_Failing_Network() {
    throw new IllegalStateException("broken");
  }
}
