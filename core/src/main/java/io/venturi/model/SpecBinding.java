package io.venturi.model;

import io.venturi.annotation.Codomain;
import io.venturi.data.Gaps;
import io.venturi.data.Scaling;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.Loss;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A spec of known width with everything its annotations stand for.
 *
 * @param spec the spec's class
 * @param network makes a new generated network, its parameters zero
 * @param loss the loss
 * @param lossName the simple name of the loss's annotation, for messages
 * @param target the interval in which the loss wants the data
 * @param types the autoencoder types, in the order of the annotations
 * @param annotations the loss and the types as their annotations say it, for model files
 * @param gaps what it makes of missing values
 * @param <S> the spec
 */
public record SpecBinding<S>(
    Class<S> spec,
    Supplier<GeneratedNetwork<S, ?>> network,
    Loss loss,
    String lossName,
    Codomain target,
    List<AutoencoderType> types,
    List<AnnotationEntry> annotations,
    Gaps gaps)
    implements ResolvedSpec<S> {

  public SpecBinding {
    types = List.copyOf(types);
    annotations = List.copyOf(annotations);
  }

  /**
   * What a model of this spec is beside its network.
   *
   * @param scaling what it does to rows first, if anything
   */
  public Use use(@Nullable Scaling scaling) {
    return new Use(scaling, transform(types), loss, annotations, gaps);
  }

  /** What these types do to the code, if one of them does anything; a spec has at most one. */
  public static @Nullable CodeTransform transform(List<AutoencoderType> types) {
    return types.stream()
        .map(AutoencoderType::codeTransform)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  /** A spec whose rows lack nothing. */
  public SpecBinding(
      Class<S> spec,
      Supplier<GeneratedNetwork<S, ?>> network,
      Loss loss,
      String lossName,
      Codomain target,
      List<AutoencoderType> types,
      List<AnnotationEntry> annotations) {
    this(spec, network, loss, lossName, target, types, annotations, Gaps.REFUSED);
  }

  @Override
  public boolean takesWidthFromData() {
    return false;
  }

  @Override
  public SpecBinding<S> at(int inputs) {
    return this;
  }
}
