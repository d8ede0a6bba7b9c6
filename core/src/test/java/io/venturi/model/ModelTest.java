package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.data.Scaling;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.error.ModelClosedException;
import io.venturi.error.SpecException;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.testing.DoubleNetwork;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SmallAutoencoder_Network;
import io.venturi.testing.TestNetwork;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ModelTest {

  private static final TestNetwork SHAPE =
      TestNetwork.of(9)
          .encoder("wide", 12, new Relu())
          .bottleneck("code", 4, new Tanh())
          .tied("code", new Relu())
          .decoder("out", 9, new Sigmoid());

  private static Model<Network<?>> model() {
    return Model.ofNetwork(SHAPE.build(1), new Provenance(Map.of()), Use.PLAIN);
  }

  private static Model<SmallAutoencoder> small() {
    SmallAutoencoder_Network network = new SmallAutoencoder_Network();
    network.parameters().initialize(1);
    return Model.of(network, new Provenance(Map.of("seed", "1")), Use.PLAIN);
  }

  /** One block, blocks and a rest, and a block of one row. */
  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 1000})
  void computesWhatTheNetworkIs(int n) {
    Model<Network<?>> model = model();
    float[][] rows = Rows.uniform(n, 9, 3);
    float[] parameters = model.parameters();
    DoubleNetwork.Pass expected =
        SHAPE
            .inDouble()
            .forward(
                IntStream.range(0, parameters.length).mapToDouble(i -> parameters[i]).toArray(),
                rows,
                UnaryOperator.identity());
    assertClose(model.encode(rows), expected.codes());
    assertClose(model.reconstruct(rows), expected.outputs());
    assertClose(model.decode(model.encode(rows)), expected.outputs());
    assertThat(model.meanSquaredError(Dataset.of(rows)))
        .isCloseTo(DoubleNetwork.meanSquaredError(expected.outputs(), rows), within(1e-6));
  }

  private static void assertClose(float[][] actual, List<double[]> expected) {
    assertThat(actual).hasNumberOfRows(expected.size());
    for (int r = 0; r < actual.length; r++) {
      assertThat(actual[r]).hasSize(expected.get(r).length);
      for (int i = 0; i < actual[r].length; i++) {
        assertThat((double) actual[r][i]).isCloseTo(expected.get(r)[i], within(3e-6));
      }
    }
  }

  @Test
  void leavesItsArgumentsAlone() {
    float[][] rows = Rows.uniform(10, 9, 3);
    float[][] before = Rows.uniform(10, 9, 3);
    Model<Network<?>> model = model();
    model.reconstruct(rows);
    assertThat(rows).isDeepEqualTo(before);
  }

  @Test
  @SuppressWarnings("NullAway") // What others' compilers let through.
  void refusesNulls() {
    Model<Network<?>> model = model();
    assertThatThrownBy(() -> model.encode(new float[][] {new float[9], null}))
        .isInstanceOf(DataException.class)
        .hasMessage("[AE-218] Row 1 of the data is null: leave it out, or give it values.");
    float[][] none = null;
    INDArray noArray = null;
    assertThatThrownBy(() -> model.encode(none))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("rows");
    assertThatThrownBy(() -> model.decode(noArray))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("codes");
    assertThatThrownBy(() -> model.meanSquaredError((Dataset) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("data");
  }

  @Test
  void givesLayersByName() {
    SmallAutoencoder_Network network = new SmallAutoencoder_Network();
    network.parameters().initialize(5);
    Model<SmallAutoencoder> model = Model.of(network, new Provenance(Map.of()), Use.PLAIN);
    assertThat(model.layer("wide")).isEqualTo(model.layers().wide());
    assertThat(model.layer("pixels").weights()).isDeepEqualTo(model.layers().pixels().weights());
    assertThat(model.layer("code")).hasToString("code: dense 5 → 3, Sigmoid");
    assertThatThrownBy(() -> model.layer("narrow"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-258] SmallAutoencoder has no layer narrow: its layers are wide, code, widen,"
                + " pixels.");
  }

  @Test
  void takesNoRowsAtAll() {
    assertThat(model().encode(new float[0][])).isEmpty();
    assertThat(model().reconstruct(new float[0][])).isEmpty();
  }

  @Test
  void takesArraysOfNoRows() {
    INDArray none = Nd4j.create(DataType.FLOAT, 0, 9);
    assertThat(model().encode(none).shape()).containsExactly(0, 4);
    assertThat(model().reconstruct(none).shape()).containsExactly(0, 9);
    assertThat(model().decode(Nd4j.create(DataType.FLOAT, 0, 4)).shape()).containsExactly(0, 9);
    assertThatThrownBy(() -> model().encode(Nd4j.create(DataType.FLOAT, 0, 8)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("8 values, but Any takes 9");
  }

  @Test
  void worksOnBlocksThatFitInMemoryHoweverWideTheModel() {
    assertThat(Blocks.blockRows(SHAPE.build(1).description())).isEqualTo(256);
    assertThat(Blocks.blockRows(wide(1 << 16))).isEqualTo(64);
    assertThat(Blocks.blockRows(wide(Integer.MAX_VALUE))).isEqualTo(1);
  }

  private static NetworkDescription wide(int inputs) {
    return NetworkDescription.builder("io.example.Wide", inputs).build();
  }

  /** Views, column order, other types: what counts is what the array shows. */
  @Test
  void takesArraysOfAnyLayout() {
    Model<Network<?>> model = model();
    float[][] rows = Rows.uniform(30, 9, 3);
    float[][] expected = model.reconstruct(rows);
    INDArray array = Nd4j.createFromArray(rows);
    INDArray wide = Nd4j.zeros(DataType.FLOAT, 40, 20);
    INDArray view = wide.get(NDArrayIndex.interval(5, 35), NDArrayIndex.interval(3, 12));
    view.assign(array);
    for (INDArray each :
        new INDArray[] {
          array,
          array.dup('f'),
          view,
          array.castTo(DataType.DOUBLE),
          array.transpose().dup().transpose()
        }) {
      INDArray result = model.reconstruct(each);
      assertThat(result.shape()).containsExactly(30, 9);
      assertThat(result.toFloatMatrix()).isDeepEqualTo(expected);
    }
    assertThat(model.encode(array).toFloatMatrix()).isDeepEqualTo(model.encode(rows));
    assertThat(model.decode(model.encode(array)).toFloatMatrix()).isDeepEqualTo(expected);
    assertThat(model.reconstruct(array.reshape(30, 3, 3)).toFloatMatrix()).isDeepEqualTo(expected);
    assertThat(model.encode(array.getRows(4)).toFloatMatrix()[0])
        .isEqualTo(model.encode(new float[][] {rows[4]})[0]);
  }

  @Test
  void refusesArraysThatAreNoMatrix() {
    Model<Network<?>> model = model();
    for (INDArray array : new INDArray[] {Nd4j.zeros(DataType.FLOAT, 9), Nd4j.scalar(1f)}) {
      assertThatThrownBy(() -> model.encode(array))
          .isInstanceOfSatisfying(
              DataException.class, e -> assertThat(e.kind()).isEqualTo(Message.NOT_A_MATRIX))
          .hasMessageContaining(java.util.Arrays.toString(array.shape()));
    }
  }

  @Test
  void namesTheRowThatHasAnotherWidth() {
    float[][] rows = Rows.uniform(3, 9, 1);
    rows[2] = new float[8];
    assertThatThrownBy(() -> model().reconstruct(rows))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-201] Row 2 of the data has 8 values where 9 were expected: every row has one"
                + " width.");
    assertThatThrownBy(() -> model().decode(rows))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(
            "the array of codes has rows of 9 values, but the decoder of Any takes 4");
    assertThatThrownBy(() -> model().meanSquaredError(Dataset.of("mine", Rows.uniform(2, 8, 1))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("mine has rows of 8 values, but Any takes 9");
  }

  /** A score of a broken row would look like a score. */
  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void namesTheValueThatIsNotFinite(float bad) {
    float[][] rows = Rows.uniform(300, 9, 1);
    rows[299][7] = bad;
    assertThatThrownBy(() -> model().encode(rows))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-202] Row 299 of the data, feature 7 is " + bad);
    assertThatThrownBy(() -> model().encode(Nd4j.createFromArray(rows)))
        .isInstanceOf(DataException.class);
  }

  @Test
  void itsSpecsMethodsGiveItsLayers() {
    Model<SmallAutoencoder> model = small();
    SmallAutoencoder layers = model.layers();
    assertThat(layers.wide().name()).isEqualTo("wide");
    assertThat(layers.wide().inputs()).isEqualTo(6);
    assertThat(layers.wide().outputs()).isEqualTo(5);
    assertThat(layers.code().weights()).hasDimensions(5, 3);
    assertThat(layers.code().biases()).hasSize(3);
    assertThat(layers.pixels().weights()[4]).hasSize(6);
    float[] parameters = model.parameters();
    assertThat(layers.wide().weights()[2][3]).isEqualTo(parameters[2 * 5 + 3]);
    // Copies: changing one changes nothing in the model.
    layers.wide().weights()[2][3] = 99;
    model.parameters()[0] = 99;
    assertThat(model.parameters()).isEqualTo(parameters);
    assertThat(layers.wide().weights()[2][3]).isEqualTo(parameters[2 * 5 + 3]);
  }

  @Test
  void saysWhatItIs() {
    assertThat(small()).hasToString("SmallAutoencoder 6 → 5 → 3 → 5 → 6");
    assertThat(small().description().codeSize()).isEqualTo(3);
    assertThat(small().provenance().facts()).containsEntry("seed", "1");
  }

  @Test
  void aClosedModelRefusesAllUse() {
    Model<SmallAutoencoder> model = small();
    float[][] rows = Rows.uniform(3, 6, 1);
    INDArray array = Nd4j.createFromArray(rows);
    SmallAutoencoder layers = model.layers();
    model.close();
    model.close();
    List<Callable<?>> uses =
        List.of(
            () -> model.encode(rows),
            () -> model.encode(array),
            () -> model.decode(new float[1][3]),
            () -> model.reconstruct(Rows.uniform(2000, 6, 1)),
            () -> model.meanSquaredError(Dataset.of(rows)),
            model::parameters,
            () -> layers.wide().weights(),
            () -> model.layers().code().biases());
    for (Callable<?> use : uses) {
      assertThatThrownBy(use::call)
          .isInstanceOf(ModelClosedException.class)
          .hasMessageStartingWith("[AE-276] A model of ");
    }
    assertThat(model).hasToString("SmallAutoencoder 6 → 5 → 3 → 5 → 6");
    assertThat(layers.wide().inputs()).isEqualTo(6);
  }

  @Test
  void threadsScoreTogetherAsOneAlone() throws Exception {
    Model<Network<?>> model = model();
    float[][] rows = Rows.uniform(600, 9, 3);
    float[][] expected = model.reconstruct(rows);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<float[][]>> results = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        results.add(threads.submit(() -> model.reconstruct(rows)));
      }
      for (Future<float[][]> result : results) {
        assertThat(result.get()).isDeepEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Native memory must not go while someone reads it: that would end the process. */
  @Test
  @Timeout(30)
  void closesBetweenScoresAndNeverDuringOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    float[][] rows = Rows.uniform(520, 9, 3);
    float[][] expected = model().reconstruct(rows);
    try {
      for (int round = 0; round < 30; round++) {
        Model<Network<?>> model = model();
        CountDownLatch started = new CountDownLatch(2);
        List<Future<Integer>> scorers = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
          scorers.add(
              threads.submit(
                  () -> {
                    int scored = 0;
                    while (true) {
                      try {
                        assertThat(model.reconstruct(rows)).isDeepEqualTo(expected);
                        scored++;
                      } catch (ModelClosedException e) {
                        return scored;
                      } finally {
                        started.countDown();
                      }
                    }
                  }));
        }
        started.await();
        model.close();
        for (Future<Integer> scorer : scorers) {
          assertThat(scorer.get()).isNotNegative();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Every block reads through this, so a test can stop blocks where it wants. */
  private static Dataset watched(float[][] rows, Runnable beforeRead) {
    Dataset held = Dataset.of(rows);
    return new Dataset() {
      @Override
      public int size() {
        return held.size();
      }

      @Override
      public int width() {
        return held.width();
      }

      @Override
      public int[] shape() {
        return held.shape();
      }

      @Override
      public String name() {
        return held.name();
      }

      @Override
      public void read(int row, float[] destination, int at) {
        beforeRead.run();
        held.read(row, destination, at);
      }

      @Override
      public boolean knownWithin(double min, double max) {
        return held.knownWithin(min, max);
      }
    };
  }

  /** Else some of its blocks were refused when others had been written. */
  @Test
  @Timeout(30)
  void aCallUnderWayIsFinishedBeforeTheModelCloses() throws Exception {
    float[][] rows = Rows.uniform(20_000, 9, 3);
    double[] expected = model().inference().score(rows);
    Model<Network<?>> model = model();
    Thread closer = new Thread(model::close);
    AtomicInteger reads = new AtomicInteger();
    Dataset data =
        watched(
            rows,
            () -> {
              if (reads.incrementAndGet() == rows.length + 1) { // After the checks' reads.
                closer.start();
              }
              while (reads.get() > rows.length && !isClosed(model)) {
                Thread.onSpinWait();
              }
            });
    assertThat(model.inference().score(data)).isEqualTo(expected);
    closer.join();
    assertThat(isClosed(model)).isTrue();
  }

  private static boolean isClosed(Model<?> model) {
    try {
      model.inference().score(new float[9]);
      return false;
    } catch (ModelClosedException e) {
      return true;
    }
  }

  @Test
  void aClosedModelIsRefusedBeforeAnythingIsWritten() {
    Model<Network<?>> model = model();
    float[] rows = new float[9 * 600];
    float[] before = new float[9 * 600];
    Arrays.fill(before, -7);
    float[] into = before.clone();
    model.close();
    assertThatThrownBy(() -> model.inference().reconstruct(rows, 600, into))
        .isInstanceOf(ModelClosedException.class);
    assertThatThrownBy(() -> model.inference().encode(rows, 0, into))
        .isInstanceOf(ModelClosedException.class);
    assertThat(into).isEqualTo(before);
  }

  /** A caller whose call has failed may free or reuse its arrays. */
  @Test
  @Timeout(30)
  void aCallThatFailsIsOverWhenItThrows() {
    float[][] rows = Rows.uniform(5_000, 9, 3);
    AtomicInteger reads = new AtomicInteger();
    AtomicInteger reading = new AtomicInteger();
    RuntimeException fault = new IllegalStateException("the disk is gone");
    Dataset data =
        watched(
            rows,
            () -> {
              int number = reads.incrementAndGet() - rows.length; // After the checks' reads.
              if (number <= 0) {
                return;
              }
              reading.incrementAndGet();
              sleep(number == 1 ? 20 : 1); // Time for another block to begin, and to be at work.
              reading.decrementAndGet();
              if (number == 1) {
                throw fault;
              }
            });
    assertThatThrownBy(() -> model().inference().score(data)).isSameAs(fault);
    int atTheEnd = reads.get();
    assertThat(reading).hasValue(0);
    sleep(20);
    assertThat(reads).hasValue(atTheEnd);
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theFingerprintTellsScalersApart() {
    float[] center = new float[9];
    float[] scale = {1, 1, 1, 1, 1, 1, 1, 1, 2};
    Scaling scaling = Scaling.of("mine", center, scale);
    center[0] = 3;
    List<@Nullable Scaling> scalings = new ArrayList<>();
    scalings.add(null);
    scalings.add(scaling);
    scalings.add(Scaling.of("mine", center, scale));
    scalings.add(Scaling.of("mine", scale, scale));
    scalings.add(scaling.clip(0, 1));
    scalings.add(scaling.clip(0, 2));
    Set<String> fingerprints = new HashSet<>();
    for (Scaling each : scalings) {
      fingerprints.add(
          Model.ofNetwork(SHAPE.build(1), new Provenance(Map.of()), Use.PLAIN.scaledBy(each))
              .fingerprint());
    }
    assertThat(fingerprints).hasSize(scalings.size());
    assertThat(
            Model.ofNetwork(SHAPE.build(1), new Provenance(Map.of()), Use.PLAIN.scaledBy(scaling))
                .fingerprint())
        .isEqualTo(
            Model.ofNetwork(
                    SHAPE.build(1),
                    new Provenance(Map.of()),
                    Use.PLAIN.scaledBy(
                        Scaling.of("another name", scaling.center(), scaling.scale())))
                .fingerprint());
    // As it was before models had scalers: of the parameters alone.
    ByteBuffer bytes = ByteBuffer.allocate(4 * model().parameters().length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(model().parameters());
    assertThat(model().fingerprint()).isEqualTo(new Fingerprint().add(bytes.array()).hex());
  }
}
