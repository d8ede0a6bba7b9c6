package io.venturi.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.venturi.data.Gaps;
import io.venturi.data.Scaling;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import io.venturi.error.ModelFileException;
import io.venturi.model.Safetensors.Entry;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Parameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  private final List<Attachment> attachments;

  private ModelFile(Path path, Manifest manifest, Safetensors file) throws IOException {
    int own = 0;
    long bytes = 0;
    while (own < file.tensors().size()
        && !file.tensors().get(own).name().startsWith(AttachmentJson.PREFIX)) {
      if (file.tensors().get(own).type() != Safetensors.Type.F32) {
        throw new IOException("its parameters are not 32-bit floats");
      }
      bytes += file.tensors().get(own).bytes();
      own++;
    }
    this.path = path;
    this.manifest = manifest;
    this.tensors = file.tensors().subList(0, own);
    this.data = floats(file.data().slice(0, (int) bytes));
    this.scaling = scaling(manifest, data);
    List<Entry> attached = file.tensors().subList(own, file.tensors().size());
    ObjectNode json = manifest.attachments();
    if (json == null && !attached.isEmpty()) {
      throw new IOException("its tensors are not those of its layers");
    }
    this.attachments =
        json == null
            ? List.of()
            : AttachmentJson.parse(json, attached, file.data().duplicate().position((int) bytes));
  }

  /** The model's own numbers, which must be finite. */
  private static FloatBuffer floats(ByteBuffer bytes) throws IOException {
    FloatBuffer data = bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    for (int i = 0; i < data.limit(); i++) {
      if (!Float.isFinite(data.get(i))) {
        throw new IOException("parameter " + i + " is " + data.get(i));
      }
    }
    return data;
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

  /** The file. */
  public Path path() {
    return path;
  }

  /** What an application keeps in the file under this name, if anything. */
  public Optional<Attachment> attachment(String name) {
    return attachments.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /**
   * What an application throws whose attachment is not what it has written.
   *
   * @param cause whose message says what does not hold, in words that follow the file's name, such
   *     as "its anomaly has no threshold"
   */
  public ModelFileException damaged(IllegalArgumentException cause) {
    return new ModelFileException(
        cause, Message.MODEL_DAMAGED, path, String.valueOf(cause.getMessage()));
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
    } catch (JsonProcessingException e) {
      throw new ModelFileException(
          e, Message.MODEL_DAMAGED, path, "its JSON is not sound: " + e.getOriginalMessage());
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
    Manifest parsed = ManifestJson.parse(manifest);
    ModelFileLayout.requireVersion(version, parsed);
    return new ModelFile(path, parsed, file);
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
