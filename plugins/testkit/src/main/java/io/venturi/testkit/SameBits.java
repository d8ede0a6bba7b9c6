package io.venturi.testkit;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.train.Training;
import java.util.Arrays;

/** Same seed, same bits, on any number of threads; another seed, another model. */
final class SameBits implements Property {

  private static final int SHARDS = 3;
  private static final int BATCHES = 3;
  private static final int ODD_ROWS = 37;

  @Override
  public String name() {
    return "same seed, same bits, on any number of threads";
  }

  @Override
  public void check(Subject subject) {
    int batch = subject.rowsOfShards(SHARDS);
    Dataset data = Dataset.of(subject.rows(BATCHES * batch + ODD_ROWS, 1));
    float[] first = train(subject, data, batch, 1, 1);
    for (int threads : new int[] {1, 2, 3, 5}) {
      float[] other = train(subject, data, batch, threads, 1);
      if (!Arrays.equals(other, first)) {
        throw Violation.of(
            threads == 1
                ? "something is drawn from a generator that is not seeded by the step, or kept"
                    + " from one training to the next"
                : "state that threads share: a field that a loss, layer or hook writes to. What a"
                    + " call writes belongs in the tile or the workspace",
            "two trainings with one seed end in other parameters, on 1 and on %d threads",
            threads);
      }
    }
    if (Arrays.equals(train(subject, data, batch, 2, 2), first)) {
      throw Violation.of(
          "starting values that do not come from the seed",
          "another seed gives the same parameters");
    }
  }

  private static float[] train(Subject subject, Dataset data, int batch, int threads, long seed) {
    Training<?> run =
        subject
            .trainer()
            .epochs(2)
            .batchSize(batch)
            .seed(seed)
            .threads(threads)
            .validationSplit(0.1)
            .fit(data);
    try (Model<?> model = run.model()) {
      float[] losses = new float[2 * run.history().epochs().size()];
      for (int i = 0; i < run.history().epochs().size(); i++) {
        losses[2 * i] = (float) run.history().epochs().get(i).loss();
        losses[2 * i + 1] = (float) run.history().epochs().get(i).validationLoss().orElse(0);
      }
      float[] parameters = model.parameters();
      float[] all = Arrays.copyOf(parameters, parameters.length + losses.length);
      System.arraycopy(losses, 0, all, parameters.length, losses.length);
      return all;
    }
  }
}
