package io.venturi.convolutional.processor;

import com.google.auto.service.AutoService;
import io.venturi.processor.spi.LayerProcessor;

/** The processor half of {@code @AveragePool2D}. */
@AutoService(LayerProcessor.class)
public final class AveragePool2DLayerProcessor extends PoolLayerProcessor {

  public AveragePool2DLayerProcessor() {
    super("AveragePool2D", "average pooling");
  }
}
