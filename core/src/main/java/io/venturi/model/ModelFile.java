package io.venturi.model;

import io.venturi.data.Gaps;
import io.venturi.data.Scaling;
import io.venturi.error.Message;
import io.venturi.error.ModelFileException;
import io.venturi.model.Safetensors.Entry;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Parameters;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that has been read from a file. The container is safetensors, so that other languages
 * read the parameters without Venturi; its metadata has {@code venturi} (the version of this
 * layout), {@code manifest} (the network and its provenance, as JSON) and {@code sha256} (of the
 * manifest's bytes and then all tensors'). The table of tensors is not hashed: it must be exactly
 * what the manifest implies. See {@code docs/model-file.md}.
 */
public final class ModelFile {

  private final Path path;
  private final Manifest manifest;
  private final List<Entry> tensors;
  private final FloatBuffer data;
  private final @Nullable Scaling scaling;

  private ModelFile(Path path, Manifest manifest, List<Entry> tensors, FloatBuffer data)
      throws IOException {
    this.path = path;
    this.manifest = manifest;
    this.tensors = tensors;
    this.data = data;
    this.scaling = scaling(manifest, data);
  }

  private static @Nullable Scaling scaling(Manifest manifest, FloatBuffer data) throws IOException {
    ScalingEntry entry = manifest.scaling();
    if (entry == null) {
      return null;
    }
    int width = manifest.network().inputs();
    int first = data.limit() - 2 * width;
    if (first < 0) {
      throw new IOException("its scaler is not whole");
    }
    float[] center = new float[width];
    float[] scale = new float[width];
    data.get(first, center).get(first + width, scale);
    return entry.scaling(center, scale);
  }

  /** The network that the file holds the parameters of. */
  public NetworkDescription network() {
    return manifest.network();
  }

  /** Where the model comes from. */
  public Provenance provenance() {
    return manifest.provenance();
  }

  /** What the model does to rows first, if anything. */
  public @Nullable Scaling scaling() {
    return scaling;
  }

  /** The spec's loss and types. */
  public List<AnnotationEntry> annotations() {
    return manifest.annotations();
  }

  /** What the model makes of missing values. */
  public Gaps gaps() {
    return manifest.gaps();
  }

  /** Whether the loss that the model was trained with has parameters of its own. */
  public boolean hasLossParameters() {
    return tensors.stream().anyMatch(tensor -> tensor.name().startsWith(ModelFileLayout.LOSS));
  }

  /** How many numbers the file holds: parameters and state. */
  public int values() {
    return scaling == null ? data.limit() : data.limit() - 2 * scaling.width();
  }

  /**
   * Reads and verifies a file.
   *
   * @throws ModelFileException if it is not a regular file (links are followed), not sound, or of
   *     another version
   */
  public static ModelFile read(Path path) {
    byte[] bytes;
    try {
      if (!Files.isRegularFile(path)) {
        throw new IOException(
            Files.exists(path) ? "it is no regular file" : "there is no such file");
      }
      Safetensors.requireSize(Files.size(path));
      bytes = Files.readAllBytes(path);
    } catch (IOException | OutOfMemoryError e) {
      throw new ModelFileException(e, Message.MODEL_UNREADABLE, path, FileFault.reason(e));
    }
    try {
      return parse(path, bytes);
    } catch (IOException e) {
      throw new ModelFileException(e, Message.MODEL_DAMAGED, path, FileFault.reason(e));
    }
  }

  private static ModelFile parse(Path path, byte[] bytes) throws IOException {
    Safetensors file = Safetensors.decode(bytes);
    String version = file.metadata().get(ModelFileLayout.VENTURI);
    String manifest = file.metadata().get(ModelFileLayout.MANIFEST);
    if (version == null || manifest == null) {
      throw new IOException("it is a safetensors file, but not one of Venturi's");
    }
    if (!ModelFileLayout.VERSIONS.contains(version)) {
      throw new ModelFileException(
          Message.MODEL_VERSION, path, version, String.join(", ", ModelFileLayout.VERSIONS));
    }
    if (!ModelFileLayout.hash(manifest, file.data())
        .equals(file.metadata().get(ModelFileLayout.SHA256))) {
      throw new IOException("its contents do not match its SHA-256");
    }
    FloatBuffer data = file.data();
    for (int i = 0; i < data.limit(); i++) {
      if (!Float.isFinite(data.get(i))) {
        throw new IOException("parameter " + i + " is " + data.get(i));
      }
    }
    Manifest parsed = ManifestJson.parse(manifest);
    ModelFileLayout.requireVersion(version, parsed);
    return new ModelFile(path, parsed, file.tensors(), data);
  }

  /**
   * Copies the file's parameters into a network.
   *
   * @throws ModelFileException if the network has other layers, or the file holds what no training
   *     leaves; the network is then as before
   */
  public void into(Network<?> target) {
    NetworkDescription description = target.description();
    requireLayersOf(description);
    if (!ModelFileLayout.tensors(description, target.parameters(), scaling).equals(tensors)) {
      throw new ModelFileException(
          Message.MODEL_DAMAGED, path, "its tensors are not those of its layers");
    }
    Parameters parameters = target.parameters();
    float[] state = part(parameters.size(), parameters.state().size());
    try {
      parameters.kernels().requireSoundState(state);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(e, Message.MODEL_DAMAGED, path, "it has " + e.getMessage());
    }
    parameters.values().write(0, part(0, parameters.size()), parameters.size());
    parameters.state().write(0, state, state.length);
  }

  /**
   * Checks that the file's layers are those of a network.
   *
   * @throws ModelFileException if they are others
   */
  public void requireLayersOf(NetworkDescription description) {
    String difference = NetworkDifference.between(network(), description);
    if (!difference.isEmpty()) {
      throw new ModelFileException(
          Message.MODEL_MISMATCH,
          path,
          network().simpleName(),
          difference,
          description.simpleName());
    }
  }

  private float[] part(int from, int size) {
    float[] values = new float[size];
    data.get(from, values);
    return values;
  }
}
