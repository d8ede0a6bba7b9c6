package io.venturi.testkit;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Corruption;
import io.venturi.spi.RowWeighting;
import io.venturi.spi.SpecContext;
import java.util.Optional;

/** Makes the type of {@link AnyType}. */
final class AnyTypeFactory implements AutoencoderTypeFactory<AnyType> {

  AnyTypeFactory() {}

  @Override
  public AutoencoderType create(AnyType annotation, SpecContext context) {
    TypeFault fault = annotation.value();
    return switch (fault) {
      case NOISE,
          NOISE_BY_SHARD,
          NOISE_KEPT,
          NOISE_OF_A_FIXED_SEED,
          NOISE_OF_NOTHING,
          NOISE_BY_COLUMN ->
          new Noisy(new SignNoise(fault));
      case TRANSFORM,
          TRANSFORM_BACKWARD,
          TRANSFORM_INFINITE,
          TRANSFORM_DRAWS_IN_USE,
          TRANSFORM_ZERO_IN_USE,
          TRANSFORM_SHAKES_IN_USE ->
          new Transforming(new Shaken(fault));
      case MONITOR, MONITOR_SHARED, MONITOR_REMEMBERS, MONITOR_OF_CAPACITY -> new Counting(fault);
      case WEIGHTS, WEIGHTS_KEPT, WEIGHTS_SORT, WEIGHTS_NEGATIVE, WEIGHTS_OF_CAPACITY ->
          new Weighing(new Trimming(fault));
      case NORM, NORM_SQUARED, NORM_OF_ZERO, NORM_NOWHERE -> new Held(fault);
      default -> new Sparse(new KullbackLeibler(fault, annotation.weight()));
    };
  }

  private record Noisy(Corruption noise) implements AutoencoderType {
    @Override
    public Optional<Corruption> corruption() {
      return Optional.of(noise);
    }
  }

  private record Weighing(RowWeighting weighting) implements AutoencoderType {
    @Override
    public Optional<RowWeighting> rowWeighting() {
      return Optional.of(weighting);
    }
  }

  private record Transforming(CodeTransform transform) implements AutoencoderType {
    @Override
    public Optional<CodeTransform> codeTransform() {
      return Optional.of(transform);
    }
  }

  private record Sparse(CodePenalty penalty) implements AutoencoderType {
    @Override
    public Optional<CodePenalty> codePenalty() {
      return Optional.of(penalty);
    }
  }
}
