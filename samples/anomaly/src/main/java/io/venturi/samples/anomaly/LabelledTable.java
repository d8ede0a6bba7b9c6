package io.venturi.samples.anomaly;

import io.venturi.data.Csv;
import io.venturi.data.CsvTable;
import io.venturi.data.Dataset;
import io.venturi.data.Npz;
import io.venturi.samples.datasets.FashionMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of which it is known which are anomalies.
 *
 * @param name what it is called
 * @param rows all of them
 * @param labels 0 for normal, 1 for an anomaly
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record LabelledTable(String name, Dataset rows, int[] labels) {

  /** What a detector learns from, and what it is tried on. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Parts(Dataset train, Dataset test, int[] testLabels) {}

  /** Every table that these files and folders hold, in the order of their names. */
  static List<LabelledTable> of(List<Path> places, String label) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> inside = Files.list(place)) {
          inside.filter(LabelledTable::isTable).sorted().forEach(files::add);
        }
      } else {
        files.add(place);
      }
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("There are no .npz and .csv files in " + places + ".");
    }
    List<LabelledTable> tables = new ArrayList<>();
    for (Path file : files) {
      tables.add(read(file, label));
    }
    return tables;
  }

  private static boolean isTable(Path file) {
    return file.toString().endsWith(".npz") || file.toString().endsWith(".csv");
  }

  private static LabelledTable read(Path file, String label) {
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    if (file.toString().endsWith(".csv")) {
      CsvTable table = Csv.read(file, Csv.Options.defaults().label(label));
      int[] labels =
          Arrays.stream(table.labels()).mapToInt(text -> label(text, file, label)).toArray();
      return new LabelledTable(name, table.data(), labels);
    }
    Npz arrays = Npz.open(file);
    return new LabelledTable(name, arrays.dataset("X"), arrays.labels("y"));
  }

  private static int label(String text, Path file, String column) {
    return switch (text.strip()) {
      case "0", "0.0" -> 0;
      case "1", "1.0" -> 1;
      default ->
          throw new IllegalArgumentException(
              "%s has %s in the column %s, where 0 is normal and 1 an anomaly."
                  .formatted(file, text, column));
    };
  }

  /** The bundled images of clothes, of which those of one class are normal. */
  static LabelledTable clothes(String normal) {
    int number = FashionMnist.classes().indexOf(normal);
    int[] train = FashionMnist.trainLabels();
    int[] test = FashionMnist.testLabels();
    int[] rows =
        IntStream.concat(
                IntStream.range(0, train.length).filter(i -> train[i] == number),
                IntStream.range(train.length, train.length + test.length))
            .toArray();
    int[] labels =
        Arrays.stream(rows)
            .map(i -> i < train.length || test[i - train.length] == number ? 0 : 1)
            .toArray();
    return new LabelledTable(normal, FashionMnist.all().select(rows), labels);
  }

  int[] normals() {
    return IntStream.range(0, labels.length).filter(i -> labels[i] == 0).toArray();
  }

  /** A random half of the normal rows, and all other rows. */
  Parts split(long seed) {
    int[] order = normals();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int row = order[i];
      order[i] = order[j];
      order[j] = row;
    }
    int half = order.length / 2;
    int[] anomalies = IntStream.range(0, labels.length).filter(i -> labels[i] != 0).toArray();
    int[] test =
        IntStream.concat(Arrays.stream(order, half, order.length), Arrays.stream(anomalies))
            .toArray();
    return new Parts(
        rows.select(Arrays.copyOf(order, half)),
        rows.select(test),
        Arrays.stream(test).map(i -> labels[i]).toArray());
  }
}
