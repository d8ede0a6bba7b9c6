package io.venturi.train;

import io.venturi.kernel.Seeds;
import io.venturi.spi.BatchContext;

/** What one hook is told of the step at hand: its own stream of seeds, and what all share. */
final class HookContext implements BatchContext {

  private final int stream;
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
}
