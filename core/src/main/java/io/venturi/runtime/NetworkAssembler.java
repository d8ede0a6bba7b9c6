package io.venturi.runtime;

import io.venturi.error.Message;
import io.venturi.error.ModelFileException;
import io.venturi.error.VenturiException;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Initializer;
import io.venturi.kernel.Linear;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Section;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts a network together from the layer table of a model file. */
final class NetworkAssembler {

  private final Contributions contributions;
  private final ClassLoader loader;
  private final Path file;

  NetworkAssembler(Contributions contributions, ClassLoader loader, Path file) {
    this.contributions = contributions;
    this.loader = loader;
    this.file = file;
  }

  /**
   * The network of a layer table, its parameters zero.
   *
   * @param values how many numbers the file has for it: nothing is allocated for more
   */
  AssembledNetwork assemble(NetworkDescription description, int values) {
    Parts parts = parts(description, values);
    return new AssembledNetwork(description, parts.kernels(), parts.output());
  }

  /** Whether that would be a network, without allocating it. */
  void check(NetworkDescription description, int values) {
    Parts unused = parts(description, values);
  }

  private record Parts(List<LayerKernel<?>> kernels, Activation output) {}

  private Parts parts(NetworkDescription description, int values) {
    List<LayerDescription> table = description.layers();
    List<LayerKernel<?>> kernels = new ArrayList<>();
    Activation output = new Linear();
    int width = description.inputs();
    for (int i = 0; i < table.size(); i++) {
      LayerDescription layer = table.get(i);
      Activation activation = activation(layer);
      if (i == table.size() - 1) {
        output = activation;
        activation = new Linear();
      }
      // Of a type that makes latents of codes, FileUse says whether they fit.
      boolean readsLatents =
          layer.section() == Section.DECODER
              && table.get(i - 1).section() == Section.BOTTLENECK
              && layer.inputs() != width;
      boolean joined = layer.inputs() == width && (i == 0 || joins(table.get(i - 1), layer));
      if (!joined && !readsLatents) {
        throw damaged("layer " + layer.name() + " does not fit the one before it");
      }
      width = layer.outputs();
      kernels.add(kernel(description, layer, activation, kernels));
    }
    if (width != description.inputs()) {
      throw damaged("its last layer is not as wide as its input");
    }
    requireSize(kernels, values);
    return new Parts(kernels, output);
  }

  /** A layer may take an image for a row, or a row for an image, but no image for another. */
  private static boolean joins(LayerDescription before, LayerDescription layer) {
    return before.outputShape().size() == 1
        || layer.inputShape().size() == 1
        || before.outputShape().equals(layer.inputShape());
  }

  private void requireSize(List<LayerKernel<?>> kernels, int values) {
    long wanted = 0;
    for (LayerKernel<?> kernel : kernels) {
      wanted += kernel.stateSize();
      for (ParameterSpec block : kernel.parameters()) {
        wanted += (long) block.rows() * block.columns();
        if (wanted > values) {
          throw damaged("its layers have more parameters than the " + values + " in it");
        }
      }
    }
  }

  private LayerKernel<?> kernel(
      NetworkDescription description,
      LayerDescription layer,
      Activation activation,
      List<LayerKernel<?>> earlier) {
    try {
      LayerKernel<?> kernel =
          contributions
              .layer(description, layer.kind())
              .create(layer, activation, new Context(description, earlier));
      if (kernel.inputs() != layer.inputs() || kernel.outputs() != layer.outputs()) {
        throw damaged("layer " + layer.name() + " has other sizes than its kernel");
      }
      return kernel;
    } catch (VenturiException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw damaged(e, String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError e) {
      throw damaged(e, "layer " + layer.name() + " cannot be made: " + e);
    }
  }

  private ModelFileException damaged(Throwable cause, String reason) {
    return new ModelFileException(cause, Message.MODEL_DAMAGED, file, reason);
  }

  private ModelFileException damaged(String reason) {
    return new ModelFileException(Message.MODEL_DAMAGED, file, reason);
  }

  private Activation activation(LayerDescription layer) {
    String name = layer.attributes().get("activation");
    return name == null ? new Linear() : instantiate(name, Activation.class);
  }

  /** Only a class of the wanted type is initialized, so that a file cannot run other code. */
  private <T> T instantiate(String className, Class<T> type) {
    try {
      Class<?> found = Class.forName(className, false, loader);
      if (!type.isAssignableFrom(found) || Modifier.isAbstract(found.getModifiers())) {
        throw new ModelFileException(
            Message.MODEL_CLASS, file, className, type.getSimpleName(), "it is of another kind");
      }
      return type.cast(found.getConstructor().newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new ModelFileException(
          e, Message.MODEL_CLASS, file, className, type.getSimpleName(), e.toString());
    }
  }

  private final class Context implements LayerContext {

    private final NetworkDescription description;
    private final List<LayerKernel<?>> earlier;

    Context(NetworkDescription description, List<LayerKernel<?>> earlier) {
      this.description = description;
      this.earlier = earlier;
    }

    @Override
    public LayerKernel<?> kernel(String name) {
      for (int i = 0; i < earlier.size(); i++) {
        if (description.layers().get(i).name().equals(name)) {
          return earlier.get(i);
        }
      }
      throw new IllegalArgumentException("there is no layer " + name + " before this one");
    }

    @Override
    public Initializer initializer(String className) {
      return instantiate(className, Initializer.class);
    }
  }
}
