package io.venturi.testkit;

import io.venturi.kernel.Seeds;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Corruption;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.StepSeeds;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hooks of a spec's types, in their order, and the streams of the seeds that a step gives them.
 *
 * @param transform null if codes are not transformed
 */
record Parts(
    List<Corruption> corruptions,
    @Nullable CodeTransform transform,
    List<CodePenalty> penalties,
    List<JacobianPenalty> jacobianPenalties) {

  static Parts of(List<AutoencoderType> types) {
    return new Parts(
        types.stream().map(AutoencoderType::corruption).flatMap(Optional::stream).toList(),
        types.stream()
            .map(AutoencoderType::codeTransform)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(null),
        types.stream().map(AutoencoderType::codePenalty).flatMap(Optional::stream).toList(),
        types.stream().map(AutoencoderType::jacobianPenalty).flatMap(Optional::stream).toList());
  }

  static long layers(long seed) {
    return Seeds.of(seed, StepSeeds.LAYERS);
  }

  static Occasion transformContext(long seed) {
    return Occasion.of(Seeds.of(seed, StepSeeds.TRANSFORM));
  }

  static Occasion penaltyContext(long seed, int number) {
    return Occasion.of(Seeds.of(seed, StepSeeds.PENALTIES + number));
  }

  static Occasion jacobianContext(long seed, int number) {
    return Occasion.of(Seeds.of(seed, StepSeeds.JACOBIANS + number));
  }

  static Occasion weightingContext(long seed) {
    return Occasion.of(Seeds.of(seed, StepSeeds.WEIGHTINGS));
  }

  /** What the encoder sees of a whole batch. */
  float[][] corrupted(float[][] rows, long seed) {
    int width = rows[0].length;
    float[] flat = Rows.flat(rows);
    for (int i = 0; i < corruptions.size(); i++) {
      Occasion context = Occasion.of(Seeds.of(seed, StepSeeds.CORRUPTIONS + i));
      corruptions.get(i).corrupt(flat, rows.length, width, 0, context);
    }
    return Rows.of(flat, width);
  }
}
