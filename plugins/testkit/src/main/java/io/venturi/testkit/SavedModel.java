package io.venturi.testkit;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A model that is saved and loaded gives the same bits, with and without its spec. */
final class SavedModel implements Property {

  private static final int ROWS = 64;
  private static final int FEW = 5;
  private static final double TOLERANCE = 1e-4;

  @Override
  public String name() {
    return "a saved model gives the same bits, with and without its spec";
  }

  @Override
  public void check(Subject subject) {
    float[][] rows = subject.rows(ROWS, 1);
    try {
      Path file = Files.createTempFile("conformance", ".venturi");
      try (Model<?> model =
          subject.trainer().epochs(2).batchSize(ROWS / 2).fit(Dataset.of(rows)).model()) {
        requireRepeatable(model, rows);
        model.save(file);
        try (Model<?> loaded = subject.venturi().load(file, subject.spec());
            Model<?> assembled = subject.venturi().load(file)) {
          requireSame(model, loaded, rows, "loaded with its spec");
          requireSame(model, assembled, rows, "put together from the file's layer table");
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing is drawn in use, and rows do not see one another. */
  private static void requireRepeatable(Model<?> model, float[][] rows) {
    float[][] codes = model.encode(rows);
    if (!Arrays.deepEquals(codes, model.encode(rows))) {
      throw Violation.of(
          "a transform or layer that draws in use: see CodeTransform.inUse and w.isTraining()",
          "encode gives other codes for the same rows");
    }
    float[][] few = model.encode(Arrays.copyOf(rows, FEW));
    for (int r = 0; r < FEW; r++) {
      double[] expected = Rows.doubles(codes[r]);
      double scale = Math.max(1, Rows.norm(expected));
      if (!(Rows.distance(few[r], expected, 0, expected.length) <= TOLERANCE * scale)) {
        throw Violation.of(
            "statistics of the rows at hand, in use",
            "the code of row %d depends on the rows beside it: %s and %s",
            r,
            Arrays.toString(few[r]),
            Arrays.toString(codes[r]));
      }
    }
  }

  private static void requireSame(Model<?> model, Model<?> other, float[][] rows, String how) {
    boolean same =
        Arrays.equals(model.parameters(), other.parameters())
            && Arrays.deepEquals(model.encode(rows), other.encode(rows))
            && Arrays.deepEquals(model.reconstruct(rows), other.reconstruct(rows))
            && Arrays.deepEquals(
                model.decode(model.encode(rows)), other.decode(other.encode(rows)));
    if (!same) {
      throw Violation.of(
          "a LayerFactory that makes another kernel than generated code does, or an attribute that"
              + " the processor half leaves out",
          "the model %s differs from the one that was saved",
          how);
    }
  }
}
