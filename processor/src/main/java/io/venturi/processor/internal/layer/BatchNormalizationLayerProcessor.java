package io.venturi.processor.internal.layer;

import com.google.auto.service.AutoService;
import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.Argument;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerProcessor;

/** The processor half of {@code @BatchNormalization}. */
@AutoService(LayerProcessor.class)
public final class BatchNormalizationLayerProcessor extends ShapeKeepingProcessor {

  public BatchNormalizationLayerProcessor() {
    super(CoreNames.BATCH_NORMALIZATION);
  }

  @Override
  public String activation(AnnotationValues values) {
    return activationOf(values);
  }

  @Override
  String kernel() {
    return CoreNames.BATCH_NORMALIZATION_KERNEL;
  }

  @Override
  long perFeature() {
    return 1;
  }

  @Override
  void describe(AnnotationValues values, LayerPlan.Builder plan) {
    int group = values.intValue("group");
    double momentum = values.doubleValue("momentum");
    plan.argument(new Argument.IntLiteral(group))
        .trainingAttribute("group", Integer.toString(group))
        .number(momentum)
        .trainingAttribute("momentum", Double.toString(momentum));
    epsilon(values, plan);
    plan.activation().activations(CoreNames.NORMALIZATION_ACTIVATIONS);
  }
}
