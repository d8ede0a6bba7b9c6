package io.venturi.runtime;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.LossKind;
import io.venturi.error.Message;
import io.venturi.error.ModelFileException;
import io.venturi.error.VenturiException;
import io.venturi.model.AnnotationEntry;
import io.venturi.model.AnnotationEntry.Role;
import io.venturi.model.ModelFile;
import io.venturi.model.SpecBinding;
import io.venturi.model.Use;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Corruption;
import io.venturi.spi.Loss;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.SpecContext;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes anew what the annotations in a model file stand for. Only what a model in use needs must be
 * there; a loss that only training needed may be missing.
 */
final class FileUse {

  private final Contributions contributions;
  private final ClassLoader loader;
  private final Path path;
  private final ModelFile file;
  private final Context context;

  FileUse(Contributions contributions, ClassLoader loader, Path path, ModelFile file) {
    this.contributions = contributions;
    this.loader = loader;
    this.path = path;
    this.file = file;
    this.context = new Context(file.network());
  }

  /**
   * What the file's model is beside its network.
   *
   * @throws io.venturi.error.PluginException if the plugin of what a model in use needs is missing
   * @throws ModelFileException if the annotations are none that a spec can have
   */
  Use use() {
    List<AutoencoderType> types = new ArrayList<>();
    Loss loss = null;
    for (AnnotationEntry entry : file.annotations()) {
      if (entry.role() == Role.TYPE && entry.isInUse()) {
        boolean isThere = contributions.hasType(entry.type());
        types.add(make(entry, isThere, AutoencoderKind.class, contributions::type));
      } else if (entry.role() == Role.LOSS) {
        boolean isThere = contributions.hasLoss(entry.type());
        if (isThere || file.hasLossParameters()) {
          loss = make(entry, isThere, LossKind.class, contributions::loss);
        }
      }
    }
    CodeTransform transform = SpecBinding.transform(types);
    requireTransform(transform);
    if (file.hasLossParameters() && loss == null) {
      throw damaged(null, "it has parameters of a loss that it does not name");
    }
    return new Use(file.scaling(), transform, loss, file.annotations(), file.gaps());
  }

  /** A decoder that reads another width than the encoder gives needs somebody to make it. */
  private void requireTransform(@Nullable CodeTransform transform) {
    NetworkDescription network = file.network();
    if (transform == null && network.codeSize() != network.latentSize()) {
      throw damaged(null, "its decoder does not fit its bottleneck, and no type says how");
    }
  }

  /** Makes what an annotation stands for. */
  @FunctionalInterface
  private interface Maker<T> {
    T make(Annotation annotation, String artifact, SpecContext context);
  }

  /** Loads no class by a name in the file but one that a plugin has named too. */
  private <T> T make(
      AnnotationEntry entry,
      boolean isContributed,
      Class<? extends Annotation> kind,
      Maker<T> maker) {
    String artifact =
        file.network().contributions().getOrDefault(entry.type(), "the plugin that brings it");
    if (!isContributed) {
      throw contributions.missing(file.network().simpleName(), entry.type(), artifact);
    }
    Class<?> type;
    try {
      type = Class.forName(entry.type(), false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw contributions.missing(file.network().simpleName(), entry.type(), artifact);
    }
    if (!type.isAnnotation() || !type.isAnnotationPresent(kind)) {
      throw new ModelFileException(
          Message.MODEL_CLASS, path, entry.type(), kind.getSimpleName(), "it is of another kind");
    }
    try {
      return maker.make(entry.as(type.asSubclass(Annotation.class)), artifact, context);
    } catch (VenturiException e) {
      throw e;
    } catch (RuntimeException e) { // A factory refuses what no compiler would have let through.
      throw damaged(e, String.valueOf(e.getMessage()));
    }
  }

  private ModelFileException damaged(@Nullable Throwable cause, String reason) {
    return cause == null
        ? new ModelFileException(Message.MODEL_DAMAGED, path, reason)
        : new ModelFileException(cause, Message.MODEL_DAMAGED, path, reason);
  }

  /** A model in use corrupts nothing. */
  private record Context(NetworkDescription network) implements SpecContext {

    @Override
    public List<Corruption> noises() {
      return List.of();
    }
  }
}
