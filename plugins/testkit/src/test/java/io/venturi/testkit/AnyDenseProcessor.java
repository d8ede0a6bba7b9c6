package io.venturi.testkit;

import com.google.auto.service.AutoService;
import io.venturi.processor.spi.Argument;
import io.venturi.processor.spi.Dim;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.ParameterCount;
import io.venturi.processor.spi.Shape;
import java.util.Optional;

/** The processor half of {@link AnyDense}. */
@AutoService(LayerProcessor.class)
public final class AnyDenseProcessor implements LayerProcessor {

  @Override
  public String annotation() {
    return "io.venturi.testkit.AnyDense";
  }

  @Override
  public LayerInference plan(LayerRequest request) {
    int units = request.annotation().intValue("units");
    Dim inputs = request.input().flatten();
    String fault = request.annotation().stringValue("fault");
    return LayerPlan.of("io.venturi.testkit.AnyDenseKernel", Shape.of(units))
        .size(inputs)
        .size(Dim.of(units))
        .argument(new Argument.StringLiteral(fault))
        .activations("io.venturi.testkit.AnyDenseActivations")
        .attribute("fault", fault)
        .parameters(Optional.of(new ParameterCount((long) inputs.fixed().getAsInt() * units, 0)))
        .build();
  }
}
