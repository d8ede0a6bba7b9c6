package io.venturi.model;

import io.venturi.annotation.Layer;
import io.venturi.data.Dataset;
import io.venturi.data.Gaps;
import io.venturi.data.RowStream;
import io.venturi.data.Scaling;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.error.TrainingException;
import io.venturi.model.ForwardPass.Place;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Section;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A trained autoencoder. Any number of threads may use one at the same time. Its native memory is
 * freed when it is collected, or sooner by {@link #close()}.
 *
 * <p>A model that was trained with a scaler has it in it: rows go in as they are, {@link #decode}
 * and {@link #reconstruct} give values in the same units (of what the scaler clips, the nearest
 * that it lets through), and errors and scores are those of scaled values, as the loss was, because
 * features with large units would drown the others.
 *
 * <p>All methods that take rows throw {@link DataException}, naming row and feature, if a row has
 * another width than the model or a value that is not finite. A model of a spec with
 * {@code @MissingValues} takes NaN for a value that is missing: it reconstructs it and leaves it
 * out of errors. Arrays may be of any numeric type and layout; with more than two dimensions, all
 * but the first are a row's. Once the model is closed, whatever needs its parameters throws {@link
 * io.venturi.error.ModelClosedException}.
 *
 * @param <S> the spec
 */
public final class Model<S> implements Codec, AutoCloseable {

  private final Network<?> network;
  private final S layers;
  private final Provenance provenance;
  private final Use use;
  private final Inference inference;

  private Model(Network<?> network, S layers, Provenance provenance, Use use) {
    Scaling scaling = use.scaling();
    if (scaling != null && scaling.width() != network.description().inputs()) {
      throw new IllegalArgumentException(
          scaling.width() + " features are scaled, of " + network.description().inputs());
    }
    this.network = network;
    this.layers = layers;
    this.provenance = provenance;
    this.use = use;
    this.inference = Inference.of(network, use);
  }

  /** A model on a generated network, whose parameters it owns from now on. */
  public static <S> Model<S> of(GeneratedNetwork<S, ?> network, Provenance provenance, Use use) {
    return new Model<>(network, network.layers(), provenance, use);
  }

  /** A model on a network without a spec class, whose parameters it owns from now on. */
  public static Model<Network<?>> ofNetwork(Network<?> network, Provenance provenance, Use use) {
    return new Model<>(network, network, provenance, use);
  }

  /** What the model is, as data: shape of a row, layers. */
  public NetworkDescription description() {
    return network.description();
  }

  @Override
  public int inputs() {
    return description().inputs();
  }

  @Override
  public int codeSize() {
    return description().latentSize();
  }

  /** Where it comes from. */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * What it does to rows before the network sees them; empty if it was trained without a scaler.
   */
  public Optional<Scaling> scaling() {
    return Optional.ofNullable(use.scaling());
  }

  /**
   * The annotation of this type that its spec has for a loss, a type of autoencoder or a noise,
   * with its settings: of a model from a file too, with or without its spec. Empty if the spec has
   * none, or the file is of version 1 or 2, which does not say.
   *
   * @throws IllegalArgumentException if a file's values are not ones that a spec could write
   */
  public <A extends Annotation> Optional<A> annotation(Class<A> type) {
    return use.annotations().stream()
        .filter(entry -> entry.type().equals(type.getName()))
        .findFirst()
        .map(entry -> entry.as(type));
  }

  /**
   * Whether its codes are the means of Gaussian distributions from which training drew them, and
   * {@link Inference#encoderOutput} gives their variances, as of variational autoencoders: of a
   * model from a file too, with or without its spec.
   */
  public boolean hasGaussianPosterior() {
    return use.transform() != null
        && use.transform().hasGaussianPosterior()
        && description().codeSize() == 2 * description().latentSize();
  }

  /** What it is beside its network, for another model of the same kind. */
  public Use use() {
    return use;
  }

  /** What it makes of missing values: those of a spec with {@code @MissingValues} are filled. */
  public Gaps gaps() {
    return use.gaps();
  }

  /** The spec; its methods give the trained layers. For a model without its spec, the network. */
  public S layers() {
    return layers;
  }

  /**
   * A trained layer by its name, mirrored ones included, of any model: with or without its spec.
   *
   * @param name the name of the spec's method, or, for a mirrored layer, {@code <name>Mirrored}
   * @throws SpecException that lists the names, if none is this one
   */
  public Layer layer(String name) {
    Objects.requireNonNull(name, "name");
    List<LayerDescription> table = description().layers();
    for (int i = 0; i < table.size(); i++) {
      if (table.get(i).name().equals(name)) {
        return network.parameters().layer(i, name);
      }
    }
    throw new SpecException(
        Message.NO_LAYER,
        description().simpleName(),
        name,
        table.stream().map(LayerDescription::name).collect(Collectors.joining(", ")));
  }

  /** All parameters, as one vector: a copy. */
  public float[] parameters() {
    return network.parameters().read(() -> network.parameters().values().toArray());
  }

  /**
   * For scoring row after row: one row into an array of yours, without allocation, from any number
   * of threads; and many rows at once.
   */
  public Inference inference() {
    return inference;
  }

  /**
   * SHA-256 of all parameters, then of what is learned without a gradient, and then, of a model
   * with a scaler, of its centres, scales, and lowest and highest result (infinite if it does not
   * clip); all as little-endian floats. The same for models that have learned the same.
   */
  @Override
  public String fingerprint() {
    return network.parameters().read(this::hash);
  }

  private String hash() {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(network.parameters().values()).add(network.parameters().state());
    Scaling scaling = use.scaling();
    if (scaling != null) {
      fingerprint.add(scaling);
    }
    return fingerprint.hex();
  }

  /**
   * Codes of rows: (n, inputs) → (n, codes). Of a type that makes its codes of several numbers,
   * such as a mean and a variance, what {@link #decode} takes; the numbers themselves are {@link
   * Inference#encoderOutput}'s.
   */
  @Override
  public float[][] encode(float[][] rows) {
    return inference.encode(rows);
  }

  /** Codes of rows: (n, inputs) → (n, codes), a new array. */
  public INDArray encode(INDArray rows) {
    return inference.many().run(rows, Place.INPUT, Place.CODE);
  }

  /** Reconstructions from codes: (n, codes) → (n, inputs), in the units of raw rows. */
  @Override
  public float[][] decode(float[][] codes) {
    return inference.decode(codes);
  }

  /**
   * Reconstructions from codes: (n, codes) → (n, inputs), in the units of raw rows; a new array.
   */
  public INDArray decode(INDArray codes) {
    return inference.many().run(codes, Place.CODE, Place.OUTPUT);
  }

  /** Reconstructions of rows: (n, inputs) → (n, inputs), in the units of raw rows. */
  @Override
  public float[][] reconstruct(float[][] rows) {
    return inference.reconstruct(rows);
  }

  /** Reconstructions of rows: (n, inputs) → (n, inputs), in the units of raw rows; a new array. */
  public INDArray reconstruct(INDArray rows) {
    return inference.many().run(rows, Place.INPUT, Place.OUTPUT);
  }

  /**
   * The encoder's Jacobian at one row, shape (codes, inputs): how fast each number of its code
   * changes with each value of the row, scaled where the model has a scaler. Of codes as the
   * encoder gives them, before a type's transform.
   *
   * @param row its values, raw
   * @throws SpecException that names a layer of the encoder which has no derivative to offer
   */
  public float[][] jacobian(float[] row) {
    return inference.jacobian(row);
  }

  /**
   * The mean, over all values of all rows, of the squared difference from the reconstruction; of a
   * model with a scaler, both scaled. Where values are missing, the mean over rows of the means
   * over what was observed in each, as the loss is.
   */
  public double meanSquaredError(Dataset data) {
    return inference.many().meanSquaredError(data);
  }

  /**
   * The same of rows that may be more than fit into memory, which are read once.
   *
   * @throws DataException also if the stream cannot be read, or has no rows
   */
  public double meanSquaredError(RowStream rows) {
    return inference.many().meanSquaredError(rows);
  }

  /**
   * Copies what this model has learned into another network, which must have the same layers.
   *
   * @throws TrainingException that names the first difference; the network is then as before
   */
  public void copyInto(Network<?> target) {
    String difference = NetworkDifference.between(description(), target.description());
    if (!difference.isEmpty()) {
      throw new TrainingException(
          Message.CANNOT_CONTINUE,
          target.description().simpleName(),
          description().simpleName(),
          difference);
    }
    if (network.parameters().size() != target.parameters().size()) {
      throw new TrainingException(
          Message.CANNOT_CONTINUE,
          target.description().simpleName(),
          description().simpleName(),
          "a loss with other parameters");
    }
    network.parameters().enter();
    try {
      target.parameters().values().copyFrom(network.parameters().values());
      target.parameters().state().copyFrom(network.parameters().state());
    } finally {
      network.parameters().leave();
    }
  }

  /**
   * Writes the model into one file: beside {@code path} first, then renamed, so that a file of that
   * name is either the old one or the new one, whole.
   *
   * @throws io.venturi.error.ModelFileException if that fails; the old file is as before
   */
  public void save(Path path) {
    save(path, new Attachment[0]);
  }

  /**
   * The same, with what applications keep beside the model. {@code venturi.load} of such a file
   * gives the model alone, which does not keep them; {@link ModelFile#attachment} has them.
   *
   * @param attachments each of another name
   * @throws IllegalArgumentException if two have one name, or there are more than 100
   * @throws io.venturi.error.ModelFileException as {@link #save(Path)}
   */
  public void save(Path path, Attachment... attachments) {
    Objects.requireNonNull(path, "path");
    List<Attachment> attached = List.of(attachments);
    if (attached.stream().map(Attachment::name).distinct().count() < attached.size()
        || attached.size() > AttachmentJson.MOST_ATTACHMENTS) {
      throw new IllegalArgumentException("two attachments of one name, or too many");
    }
    network
        .parameters()
        .read(
            () -> {
              ModelFileWriter.write(path, network, provenance, use, attached);
              return path;
            });
  }

  /** Frees the native memory as soon as nobody uses the model any more; later use is refused. */
  @Override
  public void close() {
    network.parameters().close();
    inference.release();
  }

  /** The spec's name, the sizes of the layers, and the scaler if there is one. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(description().simpleName());
    text.append(' ').append(description().inputs());
    for (LayerDescription layer : description().layers()) {
      text.append(" → ").append(layer.outputs());
      if (layer.section() == Section.BOTTLENECK && layer.outputs() != codeSize()) {
        text.append(" (codes of ").append(codeSize()).append(')');
      }
    }
    if (use.scaling() != null) {
      text.append(", scaled: ").append(use.scaling());
    }
    return text.toString();
  }
}
