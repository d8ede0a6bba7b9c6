package io.venturi.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.ModelClosedException;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.Tanh;
import io.venturi.kernel.Tensor;
import io.venturi.layer.DenseKernel;
import io.venturi.layer.TiedDenseKernel;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ParametersTest {

  private static DenseKernel dense(int inputs, int outputs) {
    return new DenseKernel(inputs, outputs, new Tanh(), new GlorotUniform());
  }

  @Test
  void laysOutAllLayersInOneVector() {
    DenseKernel wide = dense(4, 3);
    DenseKernel code = dense(3, 2);
    TiedDenseKernel mirror = new TiedDenseKernel(code, new Tanh());
    Parameters parameters = Parameters.allocate(wide, code, mirror);
    assertThat(parameters.size()).isEqualTo(4 * 3 + 3 + 3 * 2 + 2 + 3);
    assertThat(parameters.state().size()).isZero();
    assertThat(parameters.layers()).extracting(java.util.List::size).containsExactly(2, 2, 1);
    int offset = 0;
    for (var layer : parameters.layers()) {
      for (ParameterBlock block : layer) {
        assertThat(block.offset()).isEqualTo(offset);
        assertThat(block.values().rows()).isEqualTo(block.spec().rows());
        assertThat(block.values().columns()).isEqualTo(block.spec().columns());
        offset += block.spec().size();
      }
    }
    assertThat(offset).isEqualTo(parameters.size());
    // Views: what is written in one is read in the other.
    parameters.layers().get(1).get(1).values().write(0, new float[] {7, 8}, 2);
    assertThat(Arrays.copyOfRange(parameters.values().toArray(), 21, 23)).containsExactly(7, 8);
    Tensor gradients = Tensor.allocate(1, parameters.size());
    parameters.layers().get(1).get(1).of(gradients).write(0, new float[] {5, 6}, 2);
    assertThat(Arrays.copyOfRange(gradients.toArray(), 21, 23)).containsExactly(5, 6);
  }

  @Test
  void drawsWeightsAndLeavesBiasesZero() {
    Parameters parameters = Parameters.allocate(dense(40, 30), dense(30, 20));
    parameters.initialize(1);
    for (var layer : parameters.layers()) {
      assertThat(layer.get(0).values().toArray()).doesNotContain(0f);
      assertThat(layer.get(1).values().toArray()).containsOnly(0f);
    }
    float[] first = parameters.values().toArray();
    parameters.initialize(2);
    assertThat(parameters.values().toArray()).isNotEqualTo(first);
    parameters.initialize(1);
    assertThat(parameters.values().toArray()).isEqualTo(first);
  }

  /** A block's values depend on the seed and its place, not on the sizes of others. */
  @Test
  void drawsEachBlockFromAStreamOfItsOwn() {
    Parameters one = Parameters.allocate(dense(5, 4), dense(4, 3));
    Parameters other = Parameters.allocate(dense(500, 4), dense(4, 3));
    one.initialize(9);
    other.initialize(9);
    assertThat(other.layers().get(1).get(0).values().toArray())
        .isEqualTo(one.layers().get(1).get(0).values().toArray());
  }

  @Test
  void refusesMoreThanAVectorHolds() {
    assertThatThrownBy(() -> Parameters.allocate(dense(50_000, 50_000)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Parameters.allocate(dense(40_000, 40_000), dense(40_000, 40_000)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesReadsOnceClosed() {
    Parameters parameters = Parameters.allocate(dense(2, 2));
    assertThat(parameters.<Integer>read(() -> 5)).isEqualTo(5);
    parameters.close();
    parameters.close();
    assertThatThrownBy(() -> parameters.read(() -> 5))
        .isInstanceOf(ModelClosedException.class)
        .hasMessage(
            "[AE-276] A model of 6 parameters was used after its close(), which freed them: close a"
                + " model after its last use, or load it again.");
  }

  @Test
  @Timeout(20)
  void closingWaitsForReaders() throws InterruptedException {
    Parameters parameters = Parameters.allocate(dense(2, 2));
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean readWasWhole = new AtomicBoolean();
    AtomicBoolean closed = new AtomicBoolean();
    Thread reader =
        new Thread(
            () ->
                parameters.read(
                    () -> {
                      reading.countDown();
                      try {
                        goOn.await();
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                      readWasWhole.set(!closed.get() && parameters.values().toArray().length == 6);
                      return true;
                    }));
    Thread closer =
        new Thread(
            () -> {
              parameters.close();
              closed.set(true);
            });
    reader.start();
    reading.await();
    closer.start();
    Thread.sleep(50);
    assertThat(closed).isFalse();
    goOn.countDown();
    reader.join();
    closer.join();
    assertThat(readWasWhole).isTrue();
    assertThat(closed).isTrue();
  }

  @Test
  void aReaderThatFailsLetsGo() {
    Parameters parameters = Parameters.allocate(dense(2, 2));
    assertThatThrownBy(
            () ->
                parameters.read(
                    () -> {
                      throw new IllegalArgumentException("mine");
                    }))
        .hasMessage("mine");
    parameters.close();
  }
}
