package io.venturi.train;

import io.venturi.kernel.Seeds;
import io.venturi.spi.BatchContext;
import io.venturi.spi.Scratch;
import io.venturi.spi.StepContext;
import java.util.Arrays;

/**
 * What one hook is told of the step at hand: its own stream of seeds and its own scratch, and what
 * all share.
 */
final class HookContext implements BatchContext {

  private final int stream;
  private final Scratch scratch = new Scratch();
  private StepContext[] parts = {};
  private Moment moment = Moment.ofTraining();

  HookContext(int stream) {
    this.stream = stream;
  }

  void take(Moment moment) {
    this.moment = moment;
  }

  @Override
  public long seed() {
    return Seeds.of(moment.seed(), stream);
  }

  @Override
  public double epochs() {
    return moment.epochs();
  }

  @Override
  public long steps() {
    return moment.steps();
  }

  @Override
  public boolean isTraining() {
    return moment.training;
  }

  @Override
  public void report(String name, double value) {
    moment.report(name, value);
  }

  @Override
  public Scratch scratch() {
    return scratch;
  }

  /** Kept, so that a step makes none. */
  @Override
  public StepContext part(int number) {
    if (number >= parts.length) {
      int before = parts.length;
      parts = Arrays.copyOf(parts, number + 1);
      for (int i = before; i < parts.length; i++) {
        parts[i] = BatchContext.super.part(i);
      }
    }
    return parts[number];
  }
}
