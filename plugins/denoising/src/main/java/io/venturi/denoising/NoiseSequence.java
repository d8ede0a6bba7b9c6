package io.venturi.denoising;

import io.venturi.kernel.Seeds;
import io.venturi.spi.Corruption;
import io.venturi.spi.StepContext;
import java.util.List;

/** Noise schemes one after another, each with a stream of its own. */
final class NoiseSequence implements Corruption {

  private final Corruption[] noises;

  /** Kept by thread, so that a step makes none. */
  private final ThreadLocal<OwnStream> streams = ThreadLocal.withInitial(OwnStream::new);

  NoiseSequence(List<Corruption> noises) {
    this.noises = noises.toArray(Corruption[]::new);
  }

  @Override
  public void corrupt(float[] values, int rows, int width, int firstRow, StepContext step) {
    OwnStream own = streams.get();
    own.step = step;
    for (int i = 0; i < noises.length; i++) {
      own.seed = Seeds.of(step.seed(), i);
      noises[i].corrupt(values, rows, width, firstRow, own);
    }
  }

  /** The step, with another seed. */
  private static final class OwnStream implements StepContext {

    private StepContext step = StepContext.outsideTraining(0);
    private long seed;

    @Override
    public long seed() {
      return seed;
    }

    @Override
    public double epochs() {
      return step.epochs();
    }

    @Override
    public long steps() {
      return step.steps();
    }

    @Override
    public boolean isTraining() {
      return step.isTraining();
    }
  }
}
