package io.venturi.processor.internal.layer;

import com.google.auto.service.AutoService;
import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerProcessor;

/** The processor half of {@code @Dropout}. */
@AutoService(LayerProcessor.class)
public final class DropoutLayerProcessor extends ShapeKeepingProcessor {

  public DropoutLayerProcessor() {
    super(CoreNames.DROPOUT);
  }

  @Override
  String kernel() {
    return CoreNames.DROPOUT_KERNEL;
  }

  @Override
  long perFeature() {
    return 0;
  }

  @Override
  void describe(AnnotationValues values, LayerPlan.Builder plan) {
    double rate = values.doubleValue("rate");
    plan.number(rate).trainingAttribute("rate", Double.toString(rate));
    plan.activations(CoreNames.DROPOUT_ACTIVATIONS);
  }
}
