package io.venturi.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.venturi.data.Gaps;
import io.venturi.spi.NetworkDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model file says about its network. {@link ManifestJson} writes and reads it.
 *
 * @param network the network
 * @param provenance where it comes from
 * @param scaling what the model does to rows first, if anything
 * @param annotations the spec's loss and types
 * @param gaps what the model makes of missing values
 * @param attachments what applications keep beside the model, as JSON; null if they keep nothing
 */
record Manifest(
    NetworkDescription network,
    Provenance provenance,
    @Nullable ScalingEntry scaling,
    List<AnnotationEntry> annotations,
    Gaps gaps,
    @Nullable ObjectNode attachments) {

  boolean hasAttachments() {
    return attachments != null;
  }
}
