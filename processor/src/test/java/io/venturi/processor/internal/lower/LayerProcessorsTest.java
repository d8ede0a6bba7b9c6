package io.venturi.processor.internal.lower;

import static org.assertj.core.api.Assertions.assertThat;

import com.stranger.FaultyProcessors;
import io.venturi.processor.internal.layer.DenseLayerProcessor;
import io.venturi.processor.spi.LayerProcessor;
import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LayerProcessorsTest {

  /** ServiceLoader asks again each time, and would for ever. */
  @Test
  @Timeout(10)
  void givesUpOnALoaderThatOnlyFails() {
    ClassLoader broken =
        new ClassLoader(null) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            throw new IOException("no disk");
          }
        };
    LayerProcessors processors = LayerProcessors.load(broken);
    assertThat(processors.byAnnotation()).isEmpty();
    assertThat(processors.failures()).hasSize(1);
  }

  @Test
  void listsProcessorsByTheNamesOfTheirClasses() {
    LayerProcessor first = new FaultyProcessors.AlsoOfTwice();
    LayerProcessor second = new FaultyProcessors.OfTwice();
    LayerProcessor third = new DenseLayerProcessor();
    LayerProcessors processors =
        new LayerProcessors(Map.of("a.Layer", List.of(third, second, first)), List.of());
    assertThat(processors.of("a.Layer")).containsExactly(first, second, third);
    assertThat(processors.of("b.Layer")).isEmpty();
  }
}
