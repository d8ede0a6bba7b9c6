package io.venturi.processor.internal.layer;

import com.google.auto.service.AutoService;
import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerProcessor;

/** The processor half of {@code @LayerNormalization}. */
@AutoService(LayerProcessor.class)
public final class LayerNormalizationLayerProcessor extends ShapeKeepingProcessor {

  public LayerNormalizationLayerProcessor() {
    super(CoreNames.LAYER_NORMALIZATION);
  }

  @Override
  public String activation(AnnotationValues values) {
    return activationOf(values);
  }

  @Override
  String kernel() {
    return CoreNames.LAYER_NORMALIZATION_KERNEL;
  }

  @Override
  long perFeature() {
    return 1;
  }

  @Override
  void describe(AnnotationValues values, LayerPlan.Builder plan) {
    epsilon(values, plan);
    plan.activation().activations(CoreNames.NORMALIZATION_ACTIVATIONS);
  }
}
