package io.venturi.all;

import io.venturi.testkit.Conformance;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sparse types by their formulas in double, and by the contracts that all plugins have. */
class SparseConformanceTest {

  @TestFactory
  Stream<DynamicTest> divergence() {
    return Conformance.of(SparseSpecs.KlSpec.class)
        .penalty("sparsity", codes -> 0.5 * divergence(codes))
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> sizes() {
    return Conformance.of(SparseSpecs.L1Spec.class)
        .penalty("sparsity", codes -> 0.1 * sizes(codes))
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> largest() {
    return Conformance.of(SparseSpecs.TopKSpec.class)
        .transform((codes, seed) -> largest(codes, 2))
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> allTogether() {
    return Conformance.of(SparseSpecs.AllSpec.class)
        .penalty("sparsity", SparseConformanceTest::ofThreeLargest)
        .transform((codes, seed) -> largest(codes, 3))
        .tests();
  }

  private static double ofThreeLargest(double[][] codes) {
    double[][] kept = largest(codes, 3);
    return 0.5 * divergence(kept) + 0.1 * sizes(kept);
  }

  /** Of means from 0.2; those of units that were never kept count as a millionth. */
  private static double divergence(double[][] codes) {
    double sum = 0;
    for (int j = 0; j < codes[0].length; j++) {
      int unit = j;
      double mean =
          Math.max(
              1e-6, Arrays.stream(codes).mapToDouble(row -> row[unit]).average().orElseThrow());
      sum += 0.2 * Math.log(0.2 / mean) + 0.8 * Math.log(0.8 / (1 - mean));
    }
    return sum;
  }

  private static double sizes(double[][] codes) {
    return Arrays.stream(codes).flatMapToDouble(DoubleStream::of).map(Math::abs).sum()
        / codes.length;
  }

  private static double[][] largest(double[][] codes, int k) {
    return Arrays.stream(codes)
        .map(
            row -> {
              double least = DoubleStream.of(row).sorted().toArray()[row.length - k];
              return DoubleStream.of(row).map(value -> value < least ? 0 : value).toArray();
            })
        .toArray(double[][]::new);
  }
}
