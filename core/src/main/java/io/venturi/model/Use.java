package io.venturi.model;

import io.venturi.data.Gaps;
import io.venturi.data.Scaling;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Loss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is beside its network and where that comes from.
 *
 * @param scaling what it does to rows first, if anything
 * @param transform what makes latents of codes, if anything does
 * @param loss what a reconstruction costs, where that is known
 * @param annotations the spec's loss and types, for the model's file
 * @param gaps what it makes of missing values
 */
public record Use(
    @Nullable Scaling scaling,
    @Nullable CodeTransform transform,
    @Nullable Loss loss,
    List<AnnotationEntry> annotations,
    Gaps gaps) {

  /** A network alone. */
  public static final Use PLAIN = new Use(null, null, null, List.of());

  public Use {
    annotations = List.copyOf(annotations);
  }

  /** The use of a model whose rows lack nothing. */
  public Use(
      @Nullable Scaling scaling,
      @Nullable CodeTransform transform,
      @Nullable Loss loss,
      List<AnnotationEntry> annotations) {
    this(scaling, transform, loss, annotations, Gaps.REFUSED);
  }

  /** The same with this scaler, or with none. */
  public Use scaledBy(@Nullable Scaling other) {
    return new Use(other, transform, loss, annotations, gaps);
  }
}
