package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.OptionalLong;

/** A stream whose length somebody knows. */
record SizedRows(RowStream stream, long rows) implements RowStream {

  SizedRows {
    if (rows < 1) {
      throw new DataException(
          Message.HYPERPARAMETER, "the size of " + stream.name(), rows, "at least 1");
    }
  }

  @Override
  public String name() {
    return stream.name();
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of(rows);
  }

  @Override
  public Cursor open() {
    return stream.open();
  }
}
