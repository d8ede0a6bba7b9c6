package io.venturi.testkit;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Corruption;
import io.venturi.spi.SpecContext;
import java.util.Optional;

/** Makes the type of {@link AnyType}. */
final class AnyTypeFactory implements AutoencoderTypeFactory<AnyType> {

  AnyTypeFactory() {}

  @Override
  public AutoencoderType create(AnyType annotation, SpecContext context) {
    TypeFault fault = annotation.value();
    return switch (fault) {
      case NOISE, NOISE_BY_SHARD, NOISE_KEPT -> new Noisy(new SignNoise(fault));
      case TRANSFORM, TRANSFORM_BACKWARD, TRANSFORM_DRAWS_IN_USE ->
          new Transforming(new Shaken(fault));
      default -> new Sparse(new KullbackLeibler(fault, annotation.weight()));
    };
  }

  private record Noisy(Corruption noise) implements AutoencoderType {
    @Override
    public Optional<Corruption> corruption() {
      return Optional.of(noise);
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
