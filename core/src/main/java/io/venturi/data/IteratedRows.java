package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Supplier;

/** A stream of arrays from iterators. */
final class IteratedRows implements RowStream {

  private final String name;
  private final Supplier<? extends Iterator<float[]>> rows;
  private final int[] shape;
  private final int width;

  /** Whether an opening gave rows: a later one that gives nothing was not a new one. */
  private volatile boolean hasGivenRows;

  IteratedRows(String name, Supplier<? extends Iterator<float[]>> rows, int[] shape) {
    this.name = Objects.requireNonNull(name, "name");
    this.rows = Objects.requireNonNull(rows, "rows");
    this.shape = shape.clone();
    this.width = StoredDataset.widthOf(name, shape);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Cursor open() {
    Iterator<float[]> iterator;
    try {
      iterator = Objects.requireNonNull(rows.get(), "the iterator");
    } catch (IllegalStateException e) { // What a java.util.stream.Stream says the second time.
      throw hasGivenRows ? new DataException(e, Message.USED_UP, name, e) : e;
    }
    return new Walk(iterator);
  }

  @Override
  public String toString() {
    return name;
  }

  private final class Walk implements Cursor {

    private final Iterator<float[]> iterator;
    private long row;

    Walk(Iterator<float[]> iterator) {
      this.iterator = iterator;
    }

    @Override
    public int[] shape() {
      return shape.clone();
    }

    @Override
    public int read(float[] destination, int offset, int count) {
      int read = 0;
      while (read < count && iterator.hasNext()) {
        float[] values = iterator.next();
        if (values == null) {
          throw new DataException(Message.NULL_ROW, row, name);
        }
        if (values.length != width) {
          throw new DataException(Message.ROW_WIDTH, row, name, values.length, width);
        }
        System.arraycopy(values, 0, destination, offset + read * width, width);
        read++;
        row++;
      }
      if (row == 0 && count > 0 && hasGivenRows) {
        throw new DataException(Message.USED_UP, name, "nothing is left");
      }
      hasGivenRows |= read > 0;
      return read;
    }

    @Override
    public void close() {
      if (iterator instanceof AutoCloseable resource) {
        try {
          resource.close();
        } catch (RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new DataException(e, Message.READ_FAILED, name, FileFault.reason(e));
        }
      }
    }
  }
}
