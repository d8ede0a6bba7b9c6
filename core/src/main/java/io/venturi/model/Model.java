package io.venturi.model;

import io.venturi.annotation.Layer;
import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.model.Inference.Place;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A trained autoencoder. Any number of threads may use one at the same time. Its native memory is
 * freed when it is collected, or sooner by {@link #close()}.
 *
 * <p>All methods that take rows throw {@link DataException}, naming row and feature, if a row has
 * another width than the model or a value that is not finite. Arrays may be of any numeric type and
 * layout; with more than two dimensions, all but the first are a row's. Once the model is closed,
 * whatever needs its parameters throws {@link io.venturi.error.ModelClosedException}.
 *
 * @param <S> the spec
 */
public final class Model<S> implements AutoCloseable {

  /** Values of the rows that {@link #meanSquaredError} has at a time. */
  private static final int CHUNK = 1 << 22;

  private final Network<?> network;
  private final S layers;
  private final Provenance provenance;
  private final Inference<?> inference;

  private Model(Network<?> network, S layers, Provenance provenance) {
    this.network = network;
    this.layers = layers;
    this.provenance = provenance;
    this.inference = new Inference<>(network);
  }

  /** A model on a generated network, whose parameters it owns from now on. */
  public static <S> Model<S> of(GeneratedNetwork<S, ?> network, Provenance provenance) {
    return new Model<>(network, network.layers(), provenance);
  }

  /** A model on a network without a spec class, whose parameters it owns from now on. */
  public static Model<Network<?>> ofNetwork(Network<?> network, Provenance provenance) {
    return new Model<>(network, network, provenance);
  }

  /** What the model is, as data: shape of a row, layers. */
  public NetworkDescription description() {
    return network.description();
  }

  /** Where it comes from. */
  public Provenance provenance() {
    return provenance;
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

  /** Codes of rows: (n, inputs) → (n, codes). */
  public float[][] encode(float[][] rows) {
    return run(rows, Place.INPUT, Place.CODE);
  }

  /** Codes of rows: (n, inputs) → (n, codes), a new array. */
  public INDArray encode(INDArray rows) {
    return run(rows, Place.INPUT, Place.CODE);
  }

  /** Reconstructions from codes: (n, codes) → (n, inputs). */
  public float[][] decode(float[][] codes) {
    return run(codes, Place.CODE, Place.OUTPUT);
  }

  /** Reconstructions from codes: (n, codes) → (n, inputs), a new array. */
  public INDArray decode(INDArray codes) {
    return run(codes, Place.CODE, Place.OUTPUT);
  }

  /** Reconstructions of rows: (n, inputs) → (n, inputs). */
  public float[][] reconstruct(float[][] rows) {
    return run(rows, Place.INPUT, Place.OUTPUT);
  }

  /** Reconstructions of rows: (n, inputs) → (n, inputs), a new array. */
  public INDArray reconstruct(INDArray rows) {
    return run(rows, Place.INPUT, Place.OUTPUT);
  }

  /** The mean, over all values of all rows, of the squared difference from the reconstruction. */
  public double meanSquaredError(Dataset data) {
    Objects.requireNonNull(data, "data");
    DataChecks.requireWidth(data, description().inputs(), description().simpleName());
    double sum = 0;
    int chunk = Math.max(1, CHUNK / data.width());
    for (int from = 0; from < data.size(); from += chunk) {
      int to = Math.min(data.size() - from, chunk) + from;
      float[][] rows = data.slice(from, to).toArray();
      float[][] reconstructions = reconstruct(rows);
      for (int r = 0; r < rows.length; r++) {
        double rowSum = 0;
        for (int i = 0; i < rows[r].length; i++) {
          double difference = (double) rows[r][i] - reconstructions[r][i];
          rowSum += difference * difference;
        }
        sum += rowSum;
      }
    }
    return sum / data.size() / data.width();
  }

  /**
   * Writes the model into one file: beside {@code path} first, then renamed, so that a file of that
   * name is either the old one or the new one, whole.
   *
   * @throws io.venturi.error.ModelFileException if that fails; the old file is as before
   */
  public void save(Path path) {
    Objects.requireNonNull(path, "path");
    network
        .parameters()
        .read(
            () -> {
              ModelFile.write(path, network, provenance);
              return path;
            });
  }

  private float[][] run(float[][] rows, Place from, Place to) {
    check(rows, from);
    return inference.run(rows, from, to);
  }

  private INDArray run(INDArray rows, Place from, Place to) {
    Objects.requireNonNull(rows, from == Place.CODE ? "codes" : "rows");
    if (rows.rank() >= 2 && rows.size(0) == 0) { // A dataset has rows; here none give none.
      long width = 1;
      for (int i = 1; i < rows.rank(); i++) {
        width *= rows.size(i);
      }
      if (width != inference.width(from)) {
        throw widthMismatch(width, from);
      }
      return Nd4j.create(DataType.FLOAT, 0, inference.width(to));
    }
    return Nd4j.create(run(Dataset.of(rows).toArray(), from, to));
  }

  private void check(float[][] rows, Place place) {
    Objects.requireNonNull(rows, place == Place.CODE ? "codes" : "rows");
    int width = inference.width(place);
    String what = place == Place.CODE ? "the codes" : "the rows";
    for (int r = 0; r < rows.length; r++) {
      float[] row = rows[r];
      if (row == null) {
        throw new DataException(Message.NULL_ROW, r, what);
      }
      if (row.length != width) {
        throw r == 0
            ? widthMismatch(row.length, place)
            : new DataException(Message.ROW_WIDTH, r, what, row.length, width);
      }
      for (int i = 0; i < width; i++) {
        if (!Float.isFinite(row[i])) {
          throw new DataException(Message.NOT_FINITE, r, what, i, row[i]);
        }
      }
    }
  }

  private DataException widthMismatch(long width, Place place) {
    boolean codes = place == Place.CODE;
    return new DataException(
        Message.WIDTH_MISMATCH,
        codes ? "the array of codes" : "the array",
        width,
        (codes ? "the decoder of " : "") + description().simpleName(),
        inference.width(place));
  }

  /** Frees the native memory as soon as nobody uses the model any more; later use is refused. */
  @Override
  public void close() {
    network.parameters().close();
    inference.release();
  }

  /** The spec's name and the sizes of the layers. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(description().simpleName());
    text.append(' ').append(description().inputs());
    description().layers().forEach(layer -> text.append(" → ").append(layer.outputs()));
    return text.toString();
  }
}
