package io.venturi.features;

import io.venturi.data.Dataset;
import io.venturi.features.Preparation.Fitted;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Features of one kind with their labels: of training, and of test. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Task(
    float[][] train,
    int[] trainLabels,
    float[][] test,
    int[] testLabels,
    Map<Preparation, Fitted> preparations) {

  static Task of(Dataset train, int[] trainLabels, Dataset test, int[] testLabels) {
    Map<Preparation, Fitted> preparations = new EnumMap<>(Preparation.class);
    for (Preparation preparation : Preparation.values()) {
      preparations.put(preparation, preparation.fit(train));
    }
    return new Task(train.toArray(), trainLabels, test.toArray(), testLabels, preparations);
  }

  /** Training rows with these numbers, prepared. */
  float[][] rows(Preparation preparation, int[] numbers) {
    return fitted(preparation).apply(train, numbers);
  }

  /** All test rows, prepared. */
  float[][] queries(Preparation preparation) {
    return fitted(preparation).apply(test, IntStream.range(0, test.length).toArray());
  }

  /** The labels of training rows with these numbers. */
  int[] labels(int[] numbers) {
    int[] labels = new int[numbers.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = trainLabels[numbers[i]];
    }
    return labels;
  }

  private Fitted fitted(Preparation preparation) {
    Fitted fitted = preparations.get(preparation);
    if (fitted == null) {
      throw new IllegalStateException(preparation + " is not prepared");
    }
    return fitted;
  }
}
