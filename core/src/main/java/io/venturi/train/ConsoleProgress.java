package io.venturi.train;

import java.io.Console;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on the error stream, with the rate in rows, the time left and the losses; where
 * that is no terminal, a line now and then. Of a stream whose length is not known it shows the rows
 * so far.
 */
public final class ConsoleProgress implements TrainingListener {

  private static final int UPDATE_MILLIS = 250;

  /** A log has no use for more lines. */
  private static final int LINE_MILLIS = 10_000;

  /** Room for the bar, the rates and the losses. */
  private static final int WIDTH = 130;

  /** What the library calls a length that is not known. */
  private static final long UNKNOWN = -1;

  private @Nullable ProgressBar bar;
  private long rowsOfEpochsDone;

  @Override
  public void started(TrainingStart start) {
    rowsOfEpochsDone = 0;
    long rows = start.rows().orElse(UNKNOWN);
    boolean known = rows >= 0 && rows <= Long.MAX_VALUE / start.epochs();
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName("training")
            .setInitialMax(known ? start.epochs() * rows : UNKNOWN)
            .setUnit(" rows", 1)
            .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setMaxRenderedLength(WIDTH)
            .setStyle(ProgressBarStyle.ASCII);
    if (!isTerminal()) {
      builder
          .setUpdateIntervalMillis(LINE_MILLIS)
          .setConsumer(new DelegatingProgressBarConsumer(System.err::println, WIDTH));
    }
    bar = builder.build();
  }

  /** From JDK 22 on there is a console without a terminal, which says so by a method of its own. */
  @SuppressWarnings("SystemConsoleNull") // The method is asked, too, where there is one.
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  @Override
  public void stepFinished(StepMetrics metrics) {
    ProgressBar running = bar;
    if (running != null) {
      running.stepTo(rowsOfEpochsDone + metrics.rows());
    }
  }

  @Override
  public void epochFinished(EpochMetrics metrics) {
    rowsOfEpochsDone += metrics.rows();
    ProgressBar running = bar;
    if (running != null) {
      StringBuilder message =
          new StringBuilder(
              String.format(Locale.ROOT, " epoch %d loss %.5f", metrics.epoch(), metrics.loss()));
      metrics
          .validationLoss()
          .ifPresent(loss -> message.append(String.format(Locale.ROOT, " val %.5f", loss)));
      running.setExtraMessage(message.toString());
    }
  }

  @Override
  public void finished() {
    ProgressBar running = bar;
    if (running != null) {
      running.close();
      bar = null;
    }
  }
}
