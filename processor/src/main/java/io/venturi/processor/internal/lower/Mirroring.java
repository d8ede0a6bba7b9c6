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
  private final int numbersPerUnit;

  /**
   * @param numbersPerUnit how many numbers the bottleneck makes for each of its units
   */
  Mirroring(Plugins plugins, int numbersPerUnit) {
    this.plugins = plugins;
    this.numbersPerUnit = numbersPerUnit;
  }

  /** The decoder of these layers, the encoder's and the bottleneck. */
  List<Stage> of(List<Stage> encoder, MirrorModel mirror) {
    List<Stage> decoder = new ArrayList<>();
    List<Block> blocks = blocks(encoder);
    if (blocks.isEmpty()) {
      return decoder;
    }
    for (int i = blocks.size() - 1; i > 0; i--) {
      Block before = blocks.get(i - 1);
      decoder.add(undo(blocks.get(i).main(), before.main().activation(), mirror));
      for (Stage follower : before.followers()) {
        decoder.add(again(follower, mirror));
      }
    }
    decoder.add(undo(blocks.get(0).main(), Optional.of(outputActivation(mirror)), mirror));
    return decoder;
  }

  /**
   * A layer that makes a shape, and those after it that keep it. What stands before the first, or
   * after the last, has no place in a mirror: it would normalise the reconstruction, or the code
   * once more.
   */
  private record Block(Stage main, List<Stage> followers) {}

  private List<Block> blocks(List<Stage> encoder) {
    List<Block> blocks = new ArrayList<>();
    for (Stage stage : encoder) {
      if (!keepsShape(stage)) {
        blocks.add(new Block(stage, new ArrayList<>()));
      } else if (!blocks.isEmpty()) {
        blocks.get(blocks.size() - 1).followers().add(stage);
      }
    }
    if (blocks.isEmpty() && !encoder.isEmpty()) {
      blocks.add(new Block(encoder.get(encoder.size() - 1), List.of()));
    }
    return blocks;
  }

  private boolean keepsShape(Stage stage) {
    return stage
        .layer()
        .flatMap(layer -> plugins.ask(layer, processor -> Optional.of(processor.keepsShape())))
        .orElse(false);
  }

  private Stage again(Stage follower, MirrorModel mirror) {
    return stage(follower, follower.output(), follower.output(), follower.activation(), mirror);
  }

  private Stage undo(Stage encoder, Optional<String> activation, MirrorModel mirror) {
    return stage(
        encoder, /* input= */ encoder.output(), /* output= */ encoder.input(), activation, mirror);
  }

  private Stage stage(
      Stage encoder,
      Optional<Shape> input,
      Optional<Shape> output,
      Optional<String> activation,
      MirrorModel mirror) {
    return new Stage(
        ReservedNames.mirrorOf(encoder.name()),
        Section.DECODER,
        false,
        encoder.layer(),
        input,
        output,
        activation,
        encoder
            .layer()
            .flatMap(layer -> activation.flatMap(name -> plan(layer, input, output, name, mirror))),
        mirror.origin(),
        mirror.output().origin());
  }

  private Optional<LayerPlan> plan(
      LayerModel layer,
      Optional<Shape> input,
      Optional<Shape> output,
      String activation,
      MirrorModel mirror) {
    if (input.isEmpty() || output.isEmpty()) {
      return Optional.empty();
    }
    return plugins.plan(
        layer,
        processor ->
            processor.mirror(
                new MirrorRequest(
                    layer.name(),
                    Values.of(layer.annotation()),
                    input.get(),
                    output.get(),
                    activation,
                    mirror.tied(),
                    layer.section() == Section.BOTTLENECK ? numbersPerUnit : 1)));
  }

  private static String outputActivation(MirrorModel mirror) {
    return mirror.output().isNone() ? CoreNames.LINEAR : mirror.output().type().ref().binaryName();
  }
}
