package io.venturi.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.venturi.data.Scaling;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import io.venturi.error.ModelFileException;
import io.venturi.model.Safetensors.Entry;
import io.venturi.spi.Network;
import io.venturi.spi.Parameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes models into files. */
final class ModelFileWriter {

  private ModelFileWriter() {}

  /**
   * Writes a model.
   *
   * @param attachments what applications keep beside it, each under a name of its own
   * @throws ModelFileException if that fails; a file of that name is as before, or, if the message
   *     says so, the new one
   */
  static void write(
      Path path, Network<?> network, Provenance provenance, Use use, List<Attachment> attachments) {
    try {
      DurableFile.write(path, encode(network, provenance, use, attachments));
    } catch (DurableFile.UnconfirmedException e) {
      throw new ModelFileException(
          e, Message.MODEL_UNCONFIRMED, path, String.valueOf(e.getMessage()));
    } catch (IOException | OutOfMemoryError e) {
      throw new ModelFileException(e, Message.MODEL_UNWRITABLE, path, FileFault.reason(e));
    }
  }

  private static ByteBuffer encode(
      Network<?> network, Provenance provenance, Use use, List<Attachment> attachments)
      throws IOException {
    Scaling scaling = use.scaling();
    List<Entry> tensors =
        new ArrayList<>(
            ModelFileLayout.tensors(network.description(), network.parameters(), scaling));
    attachments.forEach(attachment -> tensors.addAll(AttachmentJson.tensors(attachment)));
    ByteBuffer data = data(network.parameters(), scaling, attachments, tensors);
    Manifest manifest =
        new Manifest(
            network.description(),
            provenance,
            scaling == null ? null : ScalingEntry.of(scaling),
            use.annotations(),
            use.gaps(),
            attachments(attachments));
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
            tensors,
            data)
        .encode();
  }

  private static @Nullable ObjectNode attachments(List<Attachment> attachments) {
    if (attachments.isEmpty()) {
      return null;
    }
    ObjectNode node = Safetensors.json().createObjectNode();
    AttachmentJson.write(attachments, node);
    return node;
  }

  private static ByteBuffer data(
      Parameters parameters,
      @Nullable Scaling scaling,
      List<Attachment> attachments,
      List<Entry> tensors)
      throws IOException {
    long bytes = 0;
    for (Entry tensor : tensors) {
      bytes += tensor.bytes();
    }
    Safetensors.requireSize(bytes);
    ByteBuffer data = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    put(parameters.values().toArray(), data);
    put(parameters.state().toArray(), data);
    if (scaling != null) {
      put(scaling.center(), data);
      put(scaling.scale(), data);
    }
    attachments.forEach(attachment -> AttachmentJson.put(attachment, data));
    return data.rewind();
  }

  private static void put(float[] values, ByteBuffer data) {
    data.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    data.position(data.position() + Float.BYTES * values.length);
  }
}
