package io.venturi.train;

import io.venturi.error.Message;
import io.venturi.error.TrainingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a line an epoch into a CSV file: {@code
 * epoch,loss,validation_loss,learning_rate,seconds,rows_per_second}, and then the figures of the
 * spec's types, those of validation as {@code validation_<name>}. Each line is there as soon as its
 * epoch is done. A file that is there is replaced.
 */
public final class CsvMetrics implements TrainingListener {

  private static final String HEADER =
      "epoch,loss,validation_loss,learning_rate,seconds,rows_per_second";

  private final Path file;

  /** The figures that have a column: those of the first epoch. */
  private List<String> figures = List.of();

  private List<String> validationFigures = List.of();
  private boolean hasHeader;

  /** Metrics into this file. */
  public CsvMetrics(Path file) {
    this.file = file;
  }

  /**
   * Makes the file.
   *
   * @throws TrainingException if it cannot be written, before anything is trained
   */
  @Override
  public void started(TrainingStart start) {
    hasHeader = false;
    write("", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
  }

  @Override
  public void epochFinished(EpochMetrics metrics) {
    if (!hasHeader) {
      figures = List.copyOf(metrics.figures().keySet());
      validationFigures = List.copyOf(metrics.validationFigures().keySet());
      writeHeader();
    }
    StringBuilder line = new StringBuilder();
    line.append(metrics.epoch()).append(',').append(metrics.loss()).append(',');
    metrics.validationLoss().ifPresent(line::append);
    line.append(',').append(metrics.learningRate());
    line.append(
        String.format(Locale.ROOT, ",%.3f,%.0f", metrics.seconds(), metrics.rowsPerSecond()));
    append(figures, metrics.figures(), line);
    append(validationFigures, metrics.validationFigures(), line);
    write(line.append('\n').toString(), StandardOpenOption.APPEND);
  }

  private static void append(List<String> names, Map<String, Double> values, StringBuilder line) {
    for (String name : names) {
      Double value = values.get(name);
      line.append(',').append(value == null ? "" : value);
    }
  }

  @Override
  public void finished() {
    if (!hasHeader) {
      writeHeader();
    }
  }

  private void writeHeader() {
    hasHeader = true;
    StringBuilder header = new StringBuilder(HEADER);
    figures.forEach(name -> header.append(',').append(name));
    validationFigures.forEach(name -> header.append(",validation_").append(name));
    write(header.append('\n').toString(), StandardOpenOption.APPEND);
  }

  private void write(String text, StandardOpenOption... options) {
    StandardOpenOption[] all = new StandardOpenOption[options.length + 1];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = StandardOpenOption.WRITE;
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8), all);
    } catch (IOException e) {
      throw new TrainingException(e, Message.METRICS_UNWRITABLE, file, e);
    }
  }
}
