package io.venturi.benchmarks.peers.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayerWeightsTest {

  private static final LayerWeights TWO_BY_THREE =
      new LayerWeights(new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6}, new float[] {7, 8, 9});

  @Test
  void axesChangePlaces() {
    assertThat(TWO_BY_THREE.transposed(1, 0)).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(TWO_BY_THREE.transposed(0, 1)).containsExactly(TWO_BY_THREE.weights());
  }

  @Test
  void fourAxesChangePlaces() {
    float[] values = new float[2 * 3 * 4 * 5];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    LayerWeights filters = new LayerWeights(new int[] {2, 3, 4, 5}, values, new float[5]);

    float[] result = filters.transposed(3, 2, 0, 1);

    // Of kernel (1, 2), input 3, output 4, and back.
    assertThat(result[((4 * 4 + 3) * 2 + 1) * 3 + 2]).isEqualTo(((1 * 3 + 2) * 4 + 3) * 5 + 4);
    assertThat(
            new LayerWeights(new int[] {5, 4, 2, 3}, result, new float[5]).transposed(2, 3, 1, 0))
        .containsExactly(values);
  }

  @Test
  void aDenseLayersInputsBecomeChannelsFirst() {
    // Two pixels of two channels: pixel by pixel in Venturi.
    LayerWeights dense =
        new LayerWeights(new int[] {4, 1}, new float[] {1, 2, 3, 4}, new float[] {5});

    assertThat(dense.behindImages(1, 2, 2).weights()).containsExactly(1, 3, 2, 4);
  }

  @Test
  void aDenseLayersOutputsBecomeChannelsFirst() {
    LayerWeights dense =
        new LayerWeights(new int[] {1, 4}, new float[] {1, 2, 3, 4}, new float[] {5, 6, 7, 8});

    assertThat(dense.beforeImages(1, 2, 2).weights()).containsExactly(1, 3, 2, 4);
    assertThat(dense.beforeImages(1, 2, 2).biases()).containsExactly(5, 7, 6, 8);
  }
}
