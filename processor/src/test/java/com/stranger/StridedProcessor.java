package com.stranger;

import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.Argument;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerProblem;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRefusal;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.Shape;
import java.util.Optional;

/** The processor half of {@link Strided}, by the SPI alone. */
public final class StridedProcessor implements LayerProcessor {

  @Override
  public String annotation() {
    return "com.stranger.Strided";
  }

  @Override
  public String activation(AnnotationValues strided) {
    return strided.className("activation").orElse("io.venturi.kernel.Linear");
  }

  @Override
  public LayerInference plan(LayerRequest request) {
    AnnotationValues strided = request.annotation();
    int by = strided.intValue("by");
    if (request.input().width().isEmpty()) {
      return LayerRefusal.of(
          new LayerProblem(
              Optional.empty(), "divides a width that only the data has", "Fix the input's."));
    }
    int inputs = request.input().width().getAsInt();
    if (inputs % by != 0) {
      String fact = "has stride %d, which does not divide its %d inputs".formatted(by, inputs);
      return LayerRefusal.of(LayerProblem.of("by", fact, "Use a divisor."));
    }
    return LayerPlan.of("com.stranger.StridedKernel", Shape.of(inputs / by))
        .size(request.input().flatten())
        .argument(new Argument.IntLiteral(by))
        .argument(new Argument.FloatLiteral(strided.floatValue("scale")))
        .argument(new Argument.BooleanLiteral(strided.booleanValue("fromTheEnd")))
        .argument(new Argument.StringLiteral(strided.stringValue("note")))
        .activation()
        .attribute("by", Integer.toString(by))
        .attribute("rest", strided.stringValue("rest"))
        .build();
  }
}
