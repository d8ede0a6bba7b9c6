package io.venturi.benchmarks.kernels;

import io.venturi.data.Dataset;
import io.venturi.runtime.Venturi;
import io.venturi.train.StepMetrics;
import io.venturi.train.TrainingControl;
import io.venturi.train.TrainingListener;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A training in a thread of its own that makes as many steps as it is told to and then waits. Who
 * tells it waits meanwhile, so that the training has the processors to itself. Nothing of this
 * allocates.
 */
final class PacedTraining implements TrainingListener {

  private final TrainingControl control = new TrainingControl();
  private final Thread trainer;
  private volatile @Nullable Thread caller;
  private volatile long allowed;
  private volatile long made;
  private volatile double loss;
  private volatile @Nullable Throwable failure;

  PacedTraining(Subject work, int threads) {
    Dataset rows = new Repeated(work.rows());
    trainer = new Thread(() -> train(work, rows, threads), "paced-training");
    trainer.setDaemon(true);
  }

  private void train(Subject work, Dataset rows, int threads) {
    try {
      Venturi.create()
          .trainer(work.spec)
          .epochs(Integer.MAX_VALUE)
          .batchSize(work.batch)
          .threads(threads)
          .control(control)
          .listener(this)
          .fit(rows)
          .model()
          .close();
    } catch (RuntimeException | Error e) {
      failure = e;
      LockSupport.unpark(caller);
    }
  }

  /** Makes steps, the first time after everything that comes before a training's first step. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // No other thread writes it.
  double make(int steps) {
    caller = Thread.currentThread();
    allowed += steps;
    if (trainer.getState() == Thread.State.NEW) {
      trainer.start();
    }
    LockSupport.unpark(trainer);
    while (made < allowed) {
      if (failure != null) {
        throw new IllegalStateException("the training has failed", failure);
      }
      LockSupport.park(this);
    }
    return loss;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // No other thread writes it.
  public void stepFinished(StepMetrics metrics) {
    loss = metrics.loss();
    made++;
    if (made == allowed) {
      LockSupport.unpark(caller);
    }
    while (made == allowed && !control.isStopped()) {
      LockSupport.park(this);
    }
  }

  /** Ends the training after the step that it waits in front of, and frees its memory. */
  void end() throws InterruptedException {
    control.stop();
    LockSupport.unpark(trainer);
    trainer.join();
  }
}
