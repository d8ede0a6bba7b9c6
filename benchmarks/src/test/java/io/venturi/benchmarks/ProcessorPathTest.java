package io.venturi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorPathTest {

  private static final List<String> NEEDED =
      List.of(
          "/m2/venturi-processor-all-1.jar",
          "/m2/venturi-processor-1.jar",
          "/m2/venturi-convolutional-processor-1.jar",
          "/m2/guava-31.0.1-jre.jar",
          "/m2/failureaccess-1.0.1.jar",
          "/m2/auto-service-annotations-1.1.1.jar",
          "/m2/auto-common-1.2.2.jar",
          "/m2/javapoet-0.22.0.jar");

  @Test
  void peersAreNotSearchedForProcessors() {
    String all =
        String.join(File.pathSeparator, NEEDED)
            + File.pathSeparator
            + String.join(
                File.pathSeparator,
                "/m2/pytorch-engine-0.35.0.jar",
                "/m2/guava-1.0.0-M2.1.jar",
                "/m2/venturi-core-1.jar");

    assertThat(ProcessorPath.in(all).split(File.pathSeparator)).containsExactlyElementsOf(NEEDED);
  }

  @Test
  void compilesWithoutAProcessorAreNotMeasured() {
    String without = String.join(File.pathSeparator, NEEDED.subList(1, NEEDED.size()));

    assertThatThrownBy(() -> ProcessorPath.in(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("venturi-processor-all");
  }
}
