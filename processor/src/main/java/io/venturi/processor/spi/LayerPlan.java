package io.venturi.processor.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How generated code builds a layer. Classes are binary names.
 *
 * @param output the shape of one row that leaves
 * @param kernel the kernel's class, which implements {@code io.venturi.spi.LayerKernel}
 * @param arguments of the kernel's constructor
 * @param activations what a workspace holds for this layer, as {@code LayerKernel} has it for its
 *     type parameter
 * @param attributes what the run-time half needs, beside sizes and the activation, to build the
 *     same kernel from a saved file; the compiler adds the name of the activation
 * @param parameters how many; empty where that depends on the data
 */
public record LayerPlan(
    Shape output,
    String kernel,
    List<Argument> arguments,
    String activations,
    Map<String, String> attributes,
    Optional<ParameterCount> parameters)
    implements LayerInference {

  public LayerPlan {
    arguments = List.copyOf(arguments);
    attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** Starts a plan for a kernel of this class, with the plain activations and no parameters. */
  public static Builder of(String kernel, Shape output) {
    return new Builder(kernel, output);
  }

  /** Collects a plan, in the order in which the constructor call reads. */
  public static final class Builder {

    private final String kernel;
    private final Shape output;
    private final List<Argument> arguments = new ArrayList<>();
    private final Map<String, String> attributes = new TreeMap<>();
    private String activations = "io.venturi.spi.Activations";
    private Optional<ParameterCount> parameters = Optional.of(ParameterCount.NONE);

    private Builder(String kernel, Shape output) {
      this.kernel = kernel;
      this.output = output;
    }

    /** The next argument. */
    public Builder argument(Argument argument) {
      arguments.add(argument);
      return this;
    }

    /** Next, a size of a shape. */
    public Builder size(Dim dim) {
      return argument(new Argument.Size(dim));
    }

    /** Next, a number in double precision. */
    public Builder number(double value) {
      return argument(new Argument.DoubleLiteral(value));
    }

    /** Next, a text. */
    public Builder text(String value) {
      return argument(new Argument.StringLiteral(value));
    }

    /** Next, a new instance of the layer's activation. */
    public Builder activation() {
      return argument(new Argument.LayerActivation());
    }

    /** Next, a new instance of this class. */
    public Builder newInstance(String type) {
      return argument(new Argument.NewInstance(type));
    }

    /** Next, the kernel of an earlier layer. */
    public Builder kernelOf(String layer) {
      return argument(new Argument.KernelOf(layer));
    }

    /** What a workspace holds for this layer. */
    public Builder activations(String type) {
      activations = type;
      return this;
    }

    /** One attribute of the run-time layer table. */
    public Builder attribute(String name, String value) {
      attributes.put(name, value);
      return this;
    }

    /**
     * One attribute of the run-time layer table that matters to training alone, such as dropout's
     * rate: layers that differ in nothing else take each other's parameters. In the table its name
     * begins with {@code training.}.
     */
    public Builder trainingAttribute(String name, String value) {
      return attribute("training." + name, value);
    }

    /** How many parameters; empty where that depends on the data. */
    public Builder parameters(Optional<ParameterCount> count) {
      parameters = count;
      return this;
    }

    /** The plan. */
    public LayerPlan build() {
      return new LayerPlan(output, kernel, arguments, activations, attributes, parameters);
    }
  }
}
