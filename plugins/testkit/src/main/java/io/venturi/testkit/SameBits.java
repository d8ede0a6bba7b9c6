package io.venturi.testkit;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.train.EpochMetrics;
import io.venturi.train.Training;
import java.util.ArrayList;
import java.util.List;

/** Same seed, same bits, on any number of threads; another seed, another model. */
final class SameBits implements Property {

  private static final int SHARDS = 3;
  private static final int BATCHES = 2;
  private static final int ODD_ROWS = 37;

  @Override
  public String name() {
    return "same seed, same bits, on any number of threads";
  }

  @Override
  public void check(Subject subject) {
    int batch = subject.rowsOfShards(SHARDS);
    Dataset data = Dataset.of(subject.rows(BATCHES * batch + ODD_ROWS, 1));
    Result first = train(subject, data, batch, 1, 1);
    for (int threads : new int[] {1, 2, 3, 5}) {
      Result other = train(subject, data, batch, threads, 1);
      if (!other.equals(first)) {
        throw Violation.of(
            threads == 1
                ? "something is drawn from a generator that is not seeded by the step, or kept"
                    + " from one training to the next"
                : "state that threads share: a field that a loss, layer or hook writes to. What a"
                    + " call writes belongs in the tile or the workspace",
            "two trainings with one seed end in other parameters, outputs or figures, on 1 and on %d"
                + " threads",
            threads);
      }
    }
    if (train(subject, data, batch, 2, 2).parameters().equals(first.parameters())) {
      throw Violation.of(
          "starting values that do not come from the seed",
          "another seed gives the same parameters");
    }
  }

  /** What a training ends in; lists, as those are compared by what is in them. */
  private record Result(
      List<Integer> parameters, List<Integer> reconstructions, List<Object> figures) {}

  private static Result train(Subject subject, Dataset data, int batch, int threads, long seed) {
    Training<?> run =
        subject
            .trainer()
            .epochs(2)
            .batchSize(batch)
            .seed(seed)
            .threads(threads)
            .validationSplit(0.1)
            .fit(data);
    List<Object> figures = new ArrayList<>();
    for (EpochMetrics epoch : run.history().epochs()) {
      figures.add(epoch.loss());
      figures.add(epoch.validationLoss());
      figures.add(epoch.figures());
      figures.add(epoch.validationFigures());
    }
    try (Model<?> model = run.model()) {
      float[][] few = data.slice(0, ODD_ROWS).toArray();
      return new Result(bits(model.parameters()), bits(Rows.flat(model.reconstruct(few))), figures);
    }
  }

  private static List<Integer> bits(float[] values) {
    List<Integer> bits = new ArrayList<>();
    for (float value : values) {
      bits.add(Float.floatToIntBits(value));
    }
    return bits;
  }
}
