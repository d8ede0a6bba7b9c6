package io.venturi.samples.gallery;

import static io.venturi.samples.gallery.Measure.CONTRACTION;
import static io.venturi.samples.gallery.Measure.MEAN_ACTIVATION;
import static io.venturi.samples.gallery.Measure.MSE;
import static io.venturi.samples.gallery.Measure.NEGATIVE_ELBO;
import static io.venturi.samples.gallery.Measure.SPARSENESS;
import static io.venturi.samples.gallery.Measure.TIMES_BETTER_THAN_MEAN_IMAGE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** What is in the gallery: a spec, how it is trained, and what it is judged by. */
enum Exhibit {
  VANILLA(VanillaAutoencoder.class, 256, 20, MSE, CONTRACTION),
  DENOISING(DenoisingAutoencoder.class, 256, 20, MSE),
  VARIATIONAL(VariationalAutoencoder.class, 128, 10, NEGATIVE_ELBO),
  CONVOLUTIONAL(ConvolutionalAutoencoder.class, 128, 10, MSE),
  SPARSE(SparseAutoencoder.class, 256, 20, MSE, MEAN_ACTIVATION),
  CONTRACTIVE(ContractiveAutoencoder.class, 256, 20, MSE, CONTRACTION),
  CONTRACTIVE_HELD(HeldContractiveAutoencoder.class, 256, 20, MSE, CONTRACTION),
  L1(L1Autoencoder.class, 256, 20, MSE, MEAN_ACTIVATION, SPARSENESS),
  L1_HELD(HeldL1Autoencoder.class, 256, 20, MSE, MEAN_ACTIVATION, SPARSENESS),
  DENOISING_SPARSE(DenoisingSparseAutoencoder.class, 256, 20, MSE, TIMES_BETTER_THAN_MEAN_IMAGE),
  DENOISING_VARIATIONAL(
      DenoisingVariationalAutoencoder.class, 128, 10, MSE, TIMES_BETTER_THAN_MEAN_IMAGE),
  CONVOLUTIONAL_VARIATIONAL(
      ConvolutionalVariationalAutoencoder.class, 128, 10, MSE, TIMES_BETTER_THAN_MEAN_IMAGE);

  private static final String NAMES =
      Arrays.stream(values()).map(Exhibit::toString).collect(Collectors.joining(", "));

  private final Class<?> spec;
  private final int batchSize;
  private final int epochs;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that cannot change.
  private final List<Measure> measures;

  Exhibit(Class<?> spec, int batchSize, int epochs, Measure... measures) {
    this.spec = spec;
    this.batchSize = batchSize;
    this.epochs = epochs;
    this.measures = List.of(measures);
  }

  /**
   * The one with this name.
   *
   * @throws TypeConversionException if there is none, with the names that there are
   */
  static Exhibit named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no type '" + name + "'; there are " + NAMES + "."));
  }

  Class<?> spec() {
    return spec;
  }

  int batchSize() {
    return batchSize;
  }

  /** As many as are trained if nobody says otherwise. */
  int epochs() {
    return epochs;
  }

  List<Measure> measures() {
    return measures;
  }

  /** As it is named on the command line and printed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
