package io.venturi.convolutional.processor;

import com.google.auto.service.AutoService;
import io.venturi.processor.spi.LayerProcessor;

/** The processor half of {@code @MaxPool2D}. */
@AutoService(LayerProcessor.class)
public final class MaxPool2DLayerProcessor extends PoolLayerProcessor {

  public MaxPool2DLayerProcessor() {
    super("MaxPool2D", "max pooling");
  }
}
