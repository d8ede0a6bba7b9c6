package io.venturi.model;

import io.venturi.data.Scaling;
import io.venturi.model.Safetensors.Entry;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What writing and reading a model file must agree on: its version, its table of tensors and its
 * hash. See {@code docs/model-file.md}.
 */
final class ModelFileLayout {

  // Keys of the container's metadata.
  static final String VENTURI = "venturi";
  static final String MANIFEST = "manifest";
  static final String SHA256 = "sha256";

  /** The layout's first version. Files without a scaler have it still, so that old readers do. */
  private static final String VERSION = "1";

  /** The layout of files with a scaler, which readers of version 1 must not leave out. */
  private static final String VERSION_WITH_SCALING = "2";

  /**
   * The layout of files that say what the spec's annotations were, {@code @MissingValues} among
   * them, with or without a scaler.
   */
  private static final String VERSION_WITH_ANNOTATIONS = "3";

  /** The layout of files with attachments, whatever else they have. */
  private static final String VERSION_WITH_ATTACHMENTS = "4";

  static final Set<String> VERSIONS =
      new TreeSet<>(
          Set.of(
              VERSION, VERSION_WITH_SCALING, VERSION_WITH_ANNOTATIONS, VERSION_WITH_ATTACHMENTS));

  /** In front of the names of the loss's own tensors: no layer is called so. */
  static final String LOSS = "loss:";

  // No layer's tensor can be named so: theirs have a dot.
  private static final String STATE = "state";
  private static final String CENTER = "center";
  private static final String SCALE = "scale";

  private ModelFileLayout() {}

  /** The version of a file that says this of its network. */
  static String version(Manifest manifest) {
    if (manifest.hasAttachments()) {
      return VERSION_WITH_ATTACHMENTS;
    }
    if (!manifest.annotations().isEmpty() || manifest.gaps().allowed()) {
      return VERSION_WITH_ANNOTATIONS;
    }
    return manifest.scaling() == null ? VERSION : VERSION_WITH_SCALING;
  }

  /** What old readers would leave out must not be in a file that says that they can read it. */
  static void requireVersion(String version, Manifest manifest) throws IOException {
    if (version.equals(VERSION_WITH_ATTACHMENTS) != manifest.hasAttachments()) {
      throw new IOException("its version is not that of what it says of attachments");
    }
    boolean hasScaler = manifest.scaling() != null;
    if (version.equals(VERSION_WITH_SCALING) && !hasScaler) {
      throw new IOException("its scaler is missing");
    }
    if (version.equals(VERSION) && hasScaler) {
      throw new IOException("version 1 has no scaler");
    }
    if (!version.equals(version(manifest))) {
      throw new IOException("its version is not that of what it says of its spec's annotations");
    }
  }

  /** The table of tensors that a network's file must have. */
  static List<Entry> tensors(
      NetworkDescription description, Parameters parameters, @Nullable Scaling scaling) {
    List<Entry> entries = new ArrayList<>();
    List<LayerDescription> layers = description.layers();
    for (int i = 0; i < layers.size(); i++) {
      String layer = layers.get(i).name() + ".";
      parameters.layers().get(i).forEach(block -> entries.add(entry(layer, block)));
    }
    parameters.loss().forEach(block -> entries.add(entry(LOSS, block)));
    if (parameters.state().size() > 0) {
      entries.add(new Entry(STATE, 1, parameters.state().size()));
    }
    if (scaling != null) {
      entries.add(new Entry(CENTER, 1, scaling.width()));
      entries.add(new Entry(SCALE, 1, scaling.width()));
    }
    return entries;
  }

  private static Entry entry(String prefix, ParameterBlock block) {
    return new Entry(prefix + block.spec().name(), block.spec().rows(), block.spec().columns());
  }

  /** Of the manifest's bytes and then all tensors'. */
  static String hash(String manifest, ByteBuffer data) {
    return new Fingerprint()
        .add(manifest.getBytes(StandardCharsets.UTF_8))
        .add(data.duplicate().rewind())
        .hex();
  }
}
