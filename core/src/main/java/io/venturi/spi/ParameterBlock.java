package io.venturi.spi;

import io.venturi.kernel.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one block of parameters lies in the flat vector, and its view there. The same block of a
 * gradient vector is {@link #of(Tensor)}.
 *
 * @param spec what it is
 * @param offset the first index in the flat vector
 * @param values the view of the parameters, shape (spec.rows, spec.columns)
 */
public record ParameterBlock(ParameterSpec spec, int offset, Tensor values) {

  /** This block of a vector laid out like the parameters. */
  public Tensor of(Tensor flat) {
    return flat.view(offset, spec.rows(), spec.columns());
  }

  /** Blocks one after another in a flat vector, from {@code offset} on. */
  static List<ParameterBlock> layOut(List<ParameterSpec> specs, int offset, Tensor flat) {
    List<ParameterBlock> blocks = new ArrayList<>();
    int at = offset;
    for (ParameterSpec spec : specs) {
      blocks.add(new ParameterBlock(spec, at, flat.view(at, spec.rows(), spec.columns())));
      at += spec.size();
    }
    return List.copyOf(blocks);
  }

  /** The numbers in all of these. */
  static int size(List<ParameterSpec> specs) {
    return specs.stream().mapToInt(ParameterSpec::size).reduce(0, Math::addExact);
  }
}
