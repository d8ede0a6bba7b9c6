package com.stranger;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Parameters;
import java.util.List;

/** What generated code builds for {@link Strided}; its passes do nothing. */
public record StridedKernel(
    int inputs, int by, float scale, boolean fromTheEnd, String note, Activation activation)
    implements LayerKernel<Activations> {

  @Override
  public int outputs() {
    return inputs / by;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public void bind(List<ParameterBlock> blocks, ParameterBlock state) {}

  @Override
  public Activations activations(LayerMemory memory) {
    return new Activations(memory.value(), memory.gradient());
  }

  @Override
  public void forward(NetworkWorkspace w, Activations in, Activations out) {}

  @Override
  public void backward(NetworkWorkspace w, Activations in, Activations out) {}

  @Override
  public Layer layer(String name, Parameters parameters) {
    throw new UnsupportedOperationException();
  }
}
