package io.venturi.processor.internal;

/**
 * Binary names of core's types. The processor has no dependency on core: core needs ND4J, which has
 * no place on a processor path.
 */
public final class CoreNames {

  // The language.
  public static final String AUTOENCODER = "io.venturi.annotation.Autoencoder";
  public static final String OVERCOMPLETE = "io.venturi.annotation.Overcomplete";
  public static final String ENCODER = "io.venturi.annotation.Encoder";
  public static final String BOTTLENECK = "io.venturi.annotation.Bottleneck";
  public static final String DECODER = "io.venturi.annotation.Decoder";
  public static final String LAYER = "io.venturi.annotation.Layer";
  public static final String DENSE = "io.venturi.annotation.Dense";
  public static final String DROPOUT = "io.venturi.annotation.Dropout";
  public static final String BATCH_NORMALIZATION = "io.venturi.annotation.BatchNormalization";
  public static final String LAYER_NORMALIZATION = "io.venturi.annotation.LayerNormalization";
  public static final String LAYER_KIND = "io.venturi.annotation.LayerKind";
  public static final String LOSS_KIND = "io.venturi.annotation.LossKind";
  public static final String NOISE_KIND = "io.venturi.annotation.NoiseKind";
  public static final String AUTOENCODER_KIND = "io.venturi.annotation.AutoencoderKind";
  public static final String TYPE_OPTION = "io.venturi.annotation.TypeOption";
  public static final String RANGE = "io.venturi.annotation.Range";
  public static final String IMAGE_WINDOW = "io.venturi.annotation.ImageWindow";
  public static final String AT_MOST = "io.venturi.annotation.AtMost";
  public static final String BELOW = "io.venturi.annotation.Below";
  public static final String COUNT = "io.venturi.annotation.Count";
  public static final String CODOMAIN = "io.venturi.annotation.Codomain";
  public static final String ACTIVATION_TYPE = "io.venturi.annotation.ActivationType";
  public static final String INITIALIZER_TYPE = "io.venturi.annotation.InitializerType";

  // Kernels.
  public static final String ACTIVATION = "io.venturi.kernel.Activation";
  public static final String ELEMENTWISE_ACTIVATION = "io.venturi.kernel.ElementwiseActivation";
  public static final String TWICE_DIFFERENTIABLE = "io.venturi.kernel.TwiceDifferentiable";
  public static final String INITIALIZER = "io.venturi.kernel.Initializer";
  public static final String LINEAR = "io.venturi.kernel.Linear";
  public static final String GLOROT_UNIFORM = "io.venturi.kernel.GlorotUniform";
  public static final String DENSE_KERNEL = "io.venturi.layer.DenseKernel";
  public static final String TIED_DENSE_KERNEL = "io.venturi.layer.TiedDenseKernel";
  public static final String DENSE_ACTIVATIONS = "io.venturi.layer.DenseActivations";
  public static final String DROPOUT_KERNEL = "io.venturi.layer.DropoutKernel";
  public static final String DROPOUT_ACTIVATIONS = "io.venturi.layer.DropoutActivations";
  public static final String BATCH_NORMALIZATION_KERNEL =
      "io.venturi.layer.BatchNormalizationKernel";
  public static final String LAYER_NORMALIZATION_KERNEL =
      "io.venturi.layer.LayerNormalizationKernel";
  public static final String NORMALIZATION_ACTIVATIONS =
      "io.venturi.layer.NormalizationActivations";

  // What generated code is made of.
  public static final String GENERATED_NETWORK = "io.venturi.spi.GeneratedNetwork";
  public static final String NETWORK_DESCRIPTION = "io.venturi.spi.NetworkDescription";
  public static final String NETWORK_WORKSPACE = "io.venturi.spi.NetworkWorkspace";
  public static final String WORKSPACE_MEMORY = "io.venturi.spi.WorkspaceMemory";
  public static final String FROM_DATA = "io.venturi.spi.FromData";
  public static final String PARAMETERS = "io.venturi.spi.Parameters";
  public static final String ACTIVATIONS = "io.venturi.spi.Activations";
  public static final String JACOBIAN_KERNEL = "io.venturi.spi.JacobianKernel";
  public static final String SECTION = "io.venturi.spi.Section";

  private CoreNames() {}
}
