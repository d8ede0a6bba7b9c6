package io.venturi.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.venturi.data.Gaps;
import io.venturi.data.Scaling;
import io.venturi.error.Message;
import io.venturi.error.ModelFileException;
import io.venturi.model.Safetensors.Entry;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A model in a file. The container is safetensors, so that other languages read the parameters
 * without Venturi; its metadata has {@code venturi} (the version of this layout), {@code manifest}
 * (the network and its provenance, as JSON) and {@code sha256} (of the manifest's bytes and then
 * all tensors'). The table of tensors is not hashed: it must be exactly what the manifest implies.
 * See {@code docs/model-file.md}.
 */
public final class ModelFile {

  /** The layout's first version. Files without a scaler have it still, so that old readers do. */
  private static final String VERSION = "1";

  /** The layout of files with a scaler, which readers of version 1 must not leave out. */
  private static final String VERSION_WITH_SCALING = "2";

  /**
   * The layout of files that say what the spec's annotations were, {@code @MissingValues} among
   * them, with or without a scaler.
   */
  private static final String VERSION_WITH_ANNOTATIONS = "3";

  private static final Set<String> VERSIONS =
      new TreeSet<>(Set.of(VERSION, VERSION_WITH_SCALING, VERSION_WITH_ANNOTATIONS));

  /** In front of the names of the loss's own tensors: no layer is called so. */
  private static final String LOSS = "loss:";

  // No layer's tensor can be named so: theirs have a dot.
  private static final String STATE = "state";
  private static final String CENTER = "center";
  private static final String SCALE = "scale";

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
    return tensors.stream().anyMatch(tensor -> tensor.name().startsWith(LOSS));
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
      throw new ModelFileException(e, Message.MODEL_UNREADABLE, path, reason(e));
    }
    try {
      return parse(path, bytes);
    } catch (IOException e) {
      throw new ModelFileException(e, Message.MODEL_DAMAGED, path, reason(e));
    }
  }

  private static ModelFile parse(Path path, byte[] bytes) throws IOException {
    Safetensors file = Safetensors.decode(bytes);
    String version = file.metadata().get("venturi");
    String manifest = file.metadata().get("manifest");
    if (version == null || manifest == null) {
      throw new IOException("it is a safetensors file, but not one of Venturi's");
    }
    if (!VERSIONS.contains(version)) {
      throw new ModelFileException(
          Message.MODEL_VERSION, path, version, String.join(", ", VERSIONS));
    }
    if (!hash(manifest, file.data()).equals(file.metadata().get("sha256"))) {
      throw new IOException("its contents do not match its SHA-256");
    }
    FloatBuffer data = file.data();
    for (int i = 0; i < data.limit(); i++) {
      if (!Float.isFinite(data.get(i))) {
        throw new IOException("parameter " + i + " is " + data.get(i));
      }
    }
    Manifest parsed = Manifest.parse(manifest);
    requireVersion(version, parsed);
    return new ModelFile(path, parsed, file.tensors(), data);
  }

  /** What old readers would leave out must not be in a file that says that they can read it. */
  private static void requireVersion(String version, Manifest manifest) throws IOException {
    boolean hasScaler = manifest.scaling() != null;
    if (version.equals(VERSION_WITH_SCALING) && !hasScaler) {
      throw new IOException("its scaler is missing");
    }
    if (version.equals(VERSION) && hasScaler) {
      throw new IOException("version 1 has no scaler");
    }
    boolean isPlain = manifest.annotations().isEmpty() && !manifest.gaps().allowed();
    if (version.equals(VERSION_WITH_ANNOTATIONS) == isPlain) {
      throw new IOException("its version is not that of what it says of its spec's annotations");
    }
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
    if (!entries(description, target.parameters(), scaling).equals(tensors)) {
      throw new ModelFileException(
          Message.MODEL_DAMAGED, path, "its tensors are not those of its layers");
    }
    Parameters parameters = target.parameters();
    float[] state = part(parameters.size(), parameters.state().size());
    try {
      parameters.requireSoundState(state);
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
          Message.MODEL_MISMATCH, path, difference, description.simpleName());
    }
  }

  private float[] part(int from, int size) {
    float[] values = new float[size];
    data.get(from, values);
    return values;
  }

  /**
   * Writes a model.
   *
   * @throws ModelFileException if that fails; a file of that name is as before, or, if the message
   *     says so, the new one
   */
  static void write(Path path, Network<?> network, Provenance provenance, Use use) {
    try {
      DurableFile.write(path, encode(network, provenance, use));
    } catch (DurableFile.UnconfirmedException e) {
      throw new ModelFileException(
          e, Message.MODEL_UNCONFIRMED, path, String.valueOf(e.getMessage()));
    } catch (IOException | OutOfMemoryError e) {
      throw new ModelFileException(e, Message.MODEL_UNWRITABLE, path, reason(e));
    }
  }

  private static ByteBuffer encode(Network<?> network, Provenance provenance, Use use)
      throws IOException {
    Parameters parameters = network.parameters();
    Scaling scaling = use.scaling();
    int scalingSize = scaling == null ? 0 : 2 * scaling.width();
    FloatBuffer data =
        FloatBuffer.allocate(parameters.size() + parameters.state().size() + scalingSize);
    data.put(parameters.values().toArray()).put(parameters.state().toArray());
    if (scaling != null) {
      data.put(scaling.center()).put(scaling.scale());
    }
    data.rewind();
    ScalingEntry entry = scaling == null ? null : ScalingEntry.of(scaling);
    String manifest =
        new Manifest(network.description(), provenance, entry, use.annotations(), use.gaps())
            .toJson();
    TreeMap<String, String> metadata = new TreeMap<>();
    metadata.put("venturi", version(use));
    metadata.put("manifest", manifest);
    metadata.put("sha256", hash(manifest, data));
    return new Safetensors(metadata, entries(network.description(), parameters, scaling), data)
        .encode();
  }

  private static String version(Use use) {
    if (!use.annotations().isEmpty() || use.gaps().allowed()) {
      return VERSION_WITH_ANNOTATIONS;
    }
    return use.scaling() == null ? VERSION : VERSION_WITH_SCALING;
  }

  /** The table of tensors that a network's file must have. */
  private static List<Entry> entries(
      NetworkDescription description, Parameters parameters, @Nullable Scaling scaling) {
    List<Entry> entries = new ArrayList<>();
    List<LayerDescription> layers = description.layers();
    for (int i = 0; i < layers.size(); i++) {
      for (ParameterBlock block : parameters.layers().get(i)) {
        entries.add(
            new Entry(
                layers.get(i).name() + "." + block.spec().name(),
                block.spec().rows(),
                block.spec().columns()));
      }
    }
    for (ParameterBlock block : parameters.loss()) {
      entries.add(
          new Entry(LOSS + block.spec().name(), block.spec().rows(), block.spec().columns()));
    }
    if (parameters.state().size() > 0) {
      entries.add(new Entry(STATE, 1, parameters.state().size()));
    }
    if (scaling != null) {
      entries.add(new Entry(CENTER, 1, scaling.width()));
      entries.add(new Entry(SCALE, 1, scaling.width()));
    }
    return entries;
  }

  private static String hash(String manifest, FloatBuffer data) {
    return new Fingerprint()
        .add(manifest.getBytes(StandardCharsets.UTF_8))
        .add(data.duplicate().rewind())
        .hex();
  }

  /** What went wrong, in words for those who do not know Java's exceptions. */
  private static String reason(Throwable failure) {
    if (failure instanceof JsonProcessingException json) {
      return "its JSON is not sound: " + json.getOriginalMessage();
    }
    if (failure instanceof CharacterCodingException) {
      return "its header is no UTF-8";
    }
    if (failure instanceof AccessDeniedException denied) {
      return "access to " + denied.getFile() + " is denied";
    }
    if (failure instanceof OutOfMemoryError) {
      return "there is too little memory for it";
    }
    String message = failure.getMessage();
    return failure.getClass() == IOException.class && message != null
        ? message
        : failure.toString();
  }
}
