package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.ir.LayerModel;
import io.venturi.processor.internal.ir.MirrorModel;
import io.venturi.processor.internal.ir.ReservedNames;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.MirrorRequest;
import io.venturi.processor.spi.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a decoder that undoes the encoder, layer by layer from the code to the input. */
final class Mirroring {

  private final Plugins plugins;

  Mirroring(Plugins plugins) {
    this.plugins = plugins;
  }

  /** The decoder of these layers, the encoder's and the bottleneck. */
  List<Stage> of(List<Stage> encoder, MirrorModel mirror) {
    List<Stage> decoder = new ArrayList<>();
    for (int i = encoder.size() - 1; i >= 0; i--) {
      Optional<String> activation =
          i == 0 ? Optional.of(outputActivation(mirror)) : encoder.get(i - 1).activation();
      decoder.add(stage(encoder.get(i), activation, mirror));
    }
    return decoder;
  }

  private Stage stage(Stage encoder, Optional<String> activation, MirrorModel mirror) {
    return new Stage(
        ReservedNames.mirrorOf(encoder.name()),
        Section.DECODER,
        false,
        encoder.layer(),
        /* input= */ encoder.output(),
        /* output= */ encoder.input(),
        activation,
        encoder
            .layer()
            .flatMap(layer -> activation.flatMap(name -> plan(layer, encoder, name, mirror))),
        mirror.origin(),
        mirror.output().origin());
  }

  private Optional<LayerPlan> plan(
      LayerModel layer, Stage encoder, String activation, MirrorModel mirror) {
    if (encoder.input().isEmpty() || encoder.output().isEmpty()) {
      return Optional.empty();
    }
    Shape input = encoder.output().get();
    Shape output = encoder.input().get();
    return plugins.plan(
        layer,
        processor ->
            processor.mirror(
                new MirrorRequest(
                    layer.name(),
                    Values.of(layer.annotation()),
                    input,
                    output,
                    activation,
                    mirror.tied())));
  }

  private static String outputActivation(MirrorModel mirror) {
    return mirror.output().isNone() ? CoreNames.LINEAR : mirror.output().type().ref().binaryName();
  }
}
