package io.venturi.train;

import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.StepSeeds;
import org.jspecify.annotations.Nullable;

/** What a spec's types do with the codes of a whole batch. */
final class CodePass {

  private final @Nullable CodeTransform transform;
  private final CodePenalty[] penalties;
  private final HookContext transformContext = new HookContext(StepSeeds.TRANSFORM);
  private final HookContext[] penaltyContexts;

  CodePass(Hooks hooks) {
    this.transform = hooks.transform;
    this.penalties = hooks.penalties;
    this.penaltyContexts = new HookContext[penalties.length];
    for (int i = 0; i < penalties.length; i++) {
      penaltyContexts[i] = new HookContext(StepSeeds.PENALTIES + i);
    }
  }

  /** Whether nothing is done. */
  boolean isEmpty() {
    return transform == null && penalties.length == 0;
  }

  void take(Moment moment) {
    transformContext.take(moment);
    for (HookContext context : penaltyContexts) {
      context.take(moment);
    }
  }

  /** From codes to what the decoder reads. */
  void forward(Activations code, Activations latent, int rows) {
    if (transform != null) {
      transform.forward(code.value(), latent.value(), rows, transformContext);
    }
  }

  /** From the gradients of what the decoder read to those of the codes. */
  void backward(Activations code, Activations latent, int rows) {
    if (transform != null) {
      transform.backward(code.value(), latent.gradient(), code.gradient(), rows, transformContext);
    }
  }

  /**
   * The sum of the penalties, each reported by its name.
   *
   * @param gradient what theirs are added to
   */
  double penalise(Tensor code, Tensor gradient, int rows) {
    double sum = 0;
    for (int i = 0; i < penalties.length; i++) {
      double value = penalties[i].penalise(code, gradient, rows, penaltyContexts[i]);
      penaltyContexts[i].report(penalties[i].name(), value);
      sum += value;
    }
    return sum;
  }
}
