package io.venturi.benchmarks.scale;

import io.venturi.benchmarks.FashionAutoencoder;
import io.venturi.data.Dataset;
import io.venturi.kernel.Backend;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.FashionMnist;
import io.venturi.train.StepMetrics;
import io.venturi.train.TrainingControl;
import io.venturi.train.TrainingListener;
import java.util.List;
import java.util.StringJoiner;

/**
 * A program that trains the quickstart's spec for one step and prints, in milliseconds after the
 * start of its process, when it was done with what. It uses nothing but Venturi, so that nothing
 * else has to be loaded.
 */
final class FirstStep implements TrainingListener {

  /** What is done one after another, a time each. */
  static final List<String> PARTS =
      List.of(
          "the virtual machine",
          "the native libraries",
          "Venturi and its plugins",
          "the bundled images",
          "the network and its first step");

  private final TrainingControl control = new TrainingControl();
  private final StringJoiner times = new StringJoiner(" ");
  private final long start;

  private FirstStep(long start) {
    this.start = start;
  }

  /** With the time at which the process was started, in milliseconds since 1970. */
  public static void main(String[] args) {
    FirstStep first = new FirstStep(Long.parseLong(args[0]));
    first.note();
    Backend.ensureLoaded(); // The first thing that Venturi.create() does.
    first.note();
    Venturi venturi = Venturi.create();
    first.note();
    Dataset images = FashionMnist.train();
    first.note();
    venturi.trainer(FashionAutoencoder.class).control(first.control).listener(first).fit(images);
    System.out.println(first.times);
  }

  @Override
  public void stepFinished(StepMetrics metrics) {
    note();
    control.stop();
  }

  private void note() {
    times.add(Long.toString(System.currentTimeMillis() - start));
  }
}
