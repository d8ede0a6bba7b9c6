package io.venturi.train;

import io.venturi.error.Message;
import io.venturi.error.TrainingException;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Corruption;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.RowWeighting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hooks of a spec's types, gathered by their places in the step. */
final class Hooks {

  final Corruption[] corruptions;
  final CodePenalty[] penalties;
  final JacobianPenalty[] jacobianPenalties;
  final RowWeighting[] weightings;
  final @Nullable CodeTransform transform;

  Hooks(String spec, List<AutoencoderType> types) {
    corruptions =
        types.stream()
            .map(AutoencoderType::corruption)
            .flatMap(Optional::stream)
            .toArray(Corruption[]::new);
    penalties =
        types.stream()
            .map(AutoencoderType::codePenalty)
            .flatMap(Optional::stream)
            .toArray(CodePenalty[]::new);
    jacobianPenalties =
        types.stream()
            .map(AutoencoderType::jacobianPenalty)
            .flatMap(Optional::stream)
            .toArray(JacobianPenalty[]::new);
    weightings =
        types.stream()
            .map(AutoencoderType::rowWeighting)
            .flatMap(Optional::stream)
            .toArray(RowWeighting[]::new);
    List<CodeTransform> transforms =
        types.stream().map(AutoencoderType::codeTransform).flatMap(Optional::stream).toList();
    if (transforms.size() > 1) {
      throw new TrainingException(
          Message.TWO_TRANSFORMS,
          spec,
          transforms.get(0).getClass().getName(),
          transforms.get(1).getClass().getName());
    }
    transform = transforms.isEmpty() ? null : transforms.get(0);
  }

  boolean corrupt() {
    return corruptions.length > 0;
  }

  boolean penaliseJacobian() {
    return jacobianPenalties.length > 0;
  }

  boolean penalise() {
    return penalties.length > 0 || penaliseJacobian();
  }
}
