package io.venturi.model;

import io.venturi.data.Scaling;
import io.venturi.error.Message;
import io.venturi.error.ModelFileException;
import io.venturi.spi.Network;
import io.venturi.spi.Parameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes models into files. */
final class ModelFileWriter {

  private ModelFileWriter() {}

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
      throw new ModelFileException(e, Message.MODEL_UNWRITABLE, path, FileFault.reason(e));
    }
  }

  private static ByteBuffer encode(Network<?> network, Provenance provenance, Use use)
      throws IOException {
    Scaling scaling = use.scaling();
    FloatBuffer data = data(network.parameters(), scaling);
    Manifest manifest =
        new Manifest(
            network.description(),
            provenance,
            scaling == null ? null : ScalingEntry.of(scaling),
            use.annotations(),
            use.gaps());
    String json = ManifestJson.write(manifest);
    return new Safetensors(
            new TreeMap<>(
                Map.of(
                    ModelFileLayout.VENTURI,
                    ModelFileLayout.version(manifest),
                    ModelFileLayout.MANIFEST,
                    json,
                    ModelFileLayout.SHA256,
                    ModelFileLayout.hash(json, data))),
            ModelFileLayout.tensors(network.description(), network.parameters(), scaling),
            data)
        .encode();
  }

  private static FloatBuffer data(Parameters parameters, @Nullable Scaling scaling) {
    int scalingSize = scaling == null ? 0 : 2 * scaling.width();
    FloatBuffer data =
        FloatBuffer.allocate(parameters.size() + parameters.state().size() + scalingSize);
    data.put(parameters.values().toArray()).put(parameters.state().toArray());
    if (scaling != null) {
      data.put(scaling.center()).put(scaling.scale());
    }
    return data.rewind();
  }
}
