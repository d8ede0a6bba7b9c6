package io.venturi.train;

import io.venturi.error.Message;
import io.venturi.error.TrainingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Writes a line an epoch into a CSV file: {@code
 * epoch,loss,validation_loss,learning_rate,seconds,rows_per_second}. Each line is there as soon as
 * its epoch is done. A file that is there is replaced.
 */
public final class CsvMetrics implements TrainingListener {

  private static final String HEADER =
      "epoch,loss,validation_loss,learning_rate,seconds,rows_per_second\n";

  private final Path file;

  /** Metrics into this file. */
  public CsvMetrics(Path file) {
    this.file = file;
  }

  /**
   * Writes the header.
   *
   * @throws TrainingException if the file cannot be written, before anything is trained
   */
  @Override
  public void started(TrainingStart start) {
    write(HEADER, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
  }

  @Override
  public void epochFinished(EpochMetrics metrics) {
    String validation =
        metrics.validationLoss().isPresent()
            ? Double.toString(metrics.validationLoss().getAsDouble())
            : "";
    write(
        String.format(
            Locale.ROOT,
            "%d,%s,%s,%s,%.3f,%.0f\n",
            metrics.epoch(),
            metrics.loss(),
            validation,
            metrics.learningRate(),
            metrics.seconds(),
            metrics.rowsPerSecond()),
        StandardOpenOption.APPEND);
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
