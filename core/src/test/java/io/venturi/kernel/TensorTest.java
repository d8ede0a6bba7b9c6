package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TensorTest {

  /** Values 0, 1, 2, … in rows. */
  private static Tensor counting(int rows, int columns) {
    Tensor tensor = Tensor.allocate(rows, columns);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    tensor.write(0, values, values.length);
    return tensor;
  }

  @Test
  void startsAsZeros() {
    Tensor tensor = Tensor.allocate(3, 4);
    assertThat(tensor.rows()).isEqualTo(3);
    assertThat(tensor.columns()).isEqualTo(4);
    assertThat(tensor.size()).isEqualTo(12);
    assertThat(tensor.toArray()).isEqualTo(new float[12]);
  }

  @Test
  void mayBeEmpty() {
    for (Tensor tensor :
        new Tensor[] {Tensor.allocate(0, 5), Tensor.allocate(5, 0), counting(2, 2).view(4, 0, 3)}) {
      assertThat(tensor.size()).isZero();
      assertThat(tensor.toArray()).isEmpty();
      tensor.clear();
      tensor.copyFrom(Tensor.allocate(0, 0));
    }
  }

  @Test
  void refusesNegativeAndOverlongSizes() {
    assertThatThrownBy(() -> Tensor.allocate(-1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a tensor of -1 × 3: at most 536870911 values fit in one");
    assertThatThrownBy(() -> Tensor.allocate(3, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tensor.allocate(1 << 16, 1 << 13))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a tensor of 65536 × 8192: at most 536870911 values fit in one");
  }

  @Test
  void readsAndWritesPartsOfArrays() {
    Tensor tensor = counting(2, 3);
    tensor.write(4, new float[] {9, 8, 7}, 1, 2);
    float[] values = new float[4];
    tensor.read(2, values, 4);
    assertThat(values).containsExactly(2, 3, 8, 7);
    assertThat(tensor.toRows()).isDeepEqualTo(new float[][] {{0, 1, 2}, {3, 8, 7}});
  }

  @Test
  void refusesAccessOutsideItsValues() {
    Tensor tensor = counting(2, 3);
    float[] values = new float[10];
    assertThatThrownBy(() -> tensor.read(0, values, 7))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tensor.read(-1, values, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tensor.read(0, new float[2], 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tensor.write(6, values, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tensor.write(0, values, 8, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** The view's neighbours belong to the same memory, so only checks keep it to its own. */
  @Test
  void refusesAccessOutsideAView() {
    Tensor view = counting(4, 3).rows(1, 2);
    float[] values = new float[10];
    assertThatThrownBy(() -> view.read(0, values, 7)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.read(-1, values, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.write(5, values, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.rows(1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.rows(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.view(2, 1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.view(0, -1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void viewsShareMemoryAtAnyDepth() {
    Tensor whole = counting(5, 3);
    Tensor rows = whole.rows(1, 3);
    Tensor part = rows.view(2, 2, 3);
    assertThat(rows.toArray()).containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(part.toRows()).isDeepEqualTo(new float[][] {{5, 6, 7}, {8, 9, 10}});

    part.write(0, new float[] {-5}, 1);
    assertThat(whole.toArray()[5]).isEqualTo(-5);
    part.clear();
    assertThat(whole.toArray()).containsExactly(0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 11, 12, 13, 14);
  }

  @Test
  void copiesBetweenViews() {
    Tensor source = counting(4, 2).rows(1, 2);
    Tensor whole = Tensor.allocate(1, 7);
    whole.view(3, 2, 2).copyFrom(source);
    assertThat(whole.toArray()).containsExactly(0, 0, 0, 2, 3, 4, 5);
    assertThatThrownBy(() -> whole.copyFrom(source))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("4 values into 7");
  }

  @Test
  void isTheSameMemoryAsItsArray() {
    Tensor view = counting(4, 3).rows(1, 2);
    INDArray array = view.asArray();
    assertThat(array.shape()).containsExactly(2, 3);
    assertThat(array.toFloatMatrix()).isDeepEqualTo(new float[][] {{3, 4, 5}, {6, 7, 8}});
    array.putScalar(1, 0, -1);
    assertThat(view.toArray()).containsExactly(3, 4, 5, -1, 7, 8);
  }

  /** A pointer into native memory does not keep it; the view must. */
  @Test
  void aViewKeepsItsOwnersMemory() {
    Tensor[] views = new Tensor[20];
    for (int i = 0; i < views.length; i++) {
      views[i] = counting(1000, 100).view(i, 100, 100);
    }
    for (int i = 0; i < 5; i++) {
      System.gc();
      Tensor.allocate(1000, 100).write(0, new float[] {-1}, 1);
    }
    for (int i = 0; i < views.length; i++) {
      float[] values = views[i].toArray();
      assertThat(values[0]).isEqualTo(i);
      assertThat(values[9999]).isEqualTo(i + 9999);
    }
  }

  /** What is allocated inside a workspace of ND4J is overwritten in the workspace's next round. */
  @Test
  void livesOutsideTheCallersWorkspaces() {
    WorkspaceConfiguration settings = WorkspaceConfiguration.builder().initialSize(1 << 16).build();
    List<Tensor> allocated = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      try (MemoryWorkspace scope =
          Nd4j.getWorkspaceManager().getAndActivateWorkspace(settings, "theirs")) {
        assertThat(scope.isScopeActive()).isTrue();
        if (round == 0) {
          allocated.add(Tensor.allocate(2, 2));
          allocated.get(0).write(0, new float[] {1, 2, 3, 4}, 4);
        } else {
          Nd4j.valueArrayOf(new long[] {1000}, 9f);
        }
      }
    }
    assertThat(allocated.get(0).toArray()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void refusesUseAfterRelease() {
    Tensor tensor = Tensor.allocate(2, 3);
    Tensor view = tensor.rows(1, 1);
    Tensor other = Tensor.allocate(2, 3);
    tensor.release();
    tensor.release(); // Twice does no harm.
    for (Executable use :
        List.<Executable>of(
            tensor::toArray,
            view::toArray,
            view::clear,
            view::asArray,
            () -> view.write(0, new float[3], 3),
            () -> other.copyFrom(tensor),
            () -> Matrices.columnSums(1, view, view, 0f))) {
      assertThatThrownBy(use::execute)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("this memory has been released: its owner is closed");
    }
  }
}
