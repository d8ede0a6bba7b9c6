package io.venturi.testing;

import io.venturi.annotation.Dense;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Activation;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.Linear;
import io.venturi.layer.DenseKernel;
import io.venturi.layer.TiedDenseKernel;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dense networks of any shape, and the same ones over again in double. */
public final class TestNetwork {

  /** A layer: how many outputs, its activation, and whose weights it shares, if any. */
  record Line(
      Section section, String name, int outputs, Activation activation, @Nullable String tiedTo) {}

  private final int inputs;
  private final List<Line> lines = new ArrayList<>();

  private TestNetwork(int inputs) {
    this.inputs = inputs;
  }

  /** Starts a network for rows of so many values. */
  public static TestNetwork of(int inputs) {
    return new TestNetwork(inputs);
  }

  /** The next encoder layer. */
  public TestNetwork encoder(String name, int outputs, Activation activation) {
    return add(new Line(Section.ENCODER, name, outputs, activation, null));
  }

  /** The bottleneck. */
  public TestNetwork bottleneck(String name, int outputs, Activation activation) {
    return add(new Line(Section.BOTTLENECK, name, outputs, activation, null));
  }

  /** The next decoder layer. */
  public TestNetwork decoder(String name, int outputs, Activation activation) {
    return add(new Line(Section.DECODER, name, outputs, activation, null));
  }

  /** A decoder layer with the weights of an encoder layer, transposed. */
  public TestNetwork tied(String original, Activation activation) {
    int index = indexOf(original);
    int outputs = index == 0 ? inputs : lines.get(index - 1).outputs();
    return add(new Line(Section.DECODER, original + "Mirrored", outputs, activation, original));
  }

  private TestNetwork add(Line line) {
    lines.add(line);
    return this;
  }

  private int indexOf(String name) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name);
  }

  int inputs() {
    return inputs;
  }

  List<Line> lines() {
    return lines;
  }

  /** The layer table. */
  public NetworkDescription description() {
    NetworkDescription.Builder builder =
        NetworkDescription.builder("io.venturi.testing.Any", inputs);
    int width = inputs;
    for (Line line : lines) {
      Map<String, String> attributes =
          line.tiedTo() == null
              ? Map.of(
                  "activation",
                  line.activation().getClass().getName(),
                  "training.initializer",
                  GlorotUniform.class.getName())
              : Map.of(
                  "activation", line.activation().getClass().getName(), "tiedTo", line.tiedTo());
      builder.layer(
          line.section(), line.name(), Dense.class.getName(), width, line.outputs(), attributes);
      width = line.outputs();
    }
    return builder.build();
  }

  /** The network, with parameters drawn from this seed; biases too, so that they are tested. */
  public AssembledNetwork build(long seed) {
    List<LayerKernel<?>> kernels = new ArrayList<>();
    int width = inputs;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Activation activation = i == lines.size() - 1 ? new Linear() : line.activation();
      String original = line.tiedTo();
      kernels.add(
          original == null
              ? new DenseKernel(width, line.outputs(), activation, new GlorotUniform())
              : new TiedDenseKernel((DenseKernel) kernels.get(indexOf(original)), activation));
      width = line.outputs();
    }
    AssembledNetwork network =
        new AssembledNetwork(description(), kernels, lines.get(lines.size() - 1).activation());
    network.parameters().initialize(seed);
    float[] values = network.parameters().values().toArray();
    float[] biases = Rows.uniform(1, values.length, -0.2f, 0.2f, seed + 1)[0];
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == 0 ? biases[i] : values[i];
    }
    network.parameters().values().write(0, values, values.length);
    return network;
  }

  /** The same network in double precision. */
  public DoubleNetwork inDouble() {
    return new DoubleNetwork(this);
  }
}
