package io.venturi.generation;

import io.venturi.application.Proportion;
import io.venturi.application.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How far rows are from the nearest training row: a model that has memorised training rows gives
 * rows that are nearer to them than rows are that it has never seen. Distances are Euclidean; of
 * rows that are no images each feature counts in its standard deviation over the training rows, as
 * features of tables have units of their own, and features that are the same in all training rows
 * are left out.
 *
 * <p>Smooth rows are nearer to everything than rows with detail, and what models draw is smooth. So
 * there is a third sample, what the model makes of the held-out rows: as smooth as what it draws,
 * and of rows that it cannot have memorised.
 *
 * <p>Memory shows in two ways, and neither shows the other: as a shift of all rows, {@link
 * #nearerThanReconstructed}, and as a share of copies among rows that are fine, or even farther
 * away than they should be, {@link #near}.
 *
 * @param generated one a row that was drawn
 * @param heldOut one a held-out row
 * @param reconstructed one a held-out row, of its reconstruction by the model that drew
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record TrainingDistances(double[] generated, double[] heldOut, double[] reconstructed) {

  /** The share of reconstructions that say what is near: few, and enough to be counted. */
  private static final double NEAR = 0.01;

  /** The median of generated rows, over that of held-out rows. */
  public double ratio() {
    return Quantiles.median(generated) / Quantiles.median(heldOut);
  }

  /** How likely a generated row is nearer to the training rows than a held-out row. */
  public Share nearerThanHeldOut() {
    return Share.below(generated, heldOut);
  }

  /** How likely a generated row is nearer than the reconstruction of a held-out row. */
  public Share nearerThanReconstructed() {
    return Share.below(generated, reconstructed);
  }

  /**
   * The share of generated rows that are no farther from a training row than the nearest 1 % of the
   * reconstructions are, by their quantile. Of a model that copies a share of its rows it is that
   * share, and some 1 % more, wherever the others lie.
   */
  public Share near() {
    return Share.of(near(generated));
  }

  /**
   * The same of rows that the model cannot have memorised: of the reconstructions, which is some 1
   * %, with the interval that so few of them leave, or of the held-out rows if it is more. It is
   * where data repeat themselves, which is no memory.
   */
  public Share nearOfUnseen() {
    Proportion ofReconstructed = near(reconstructed);
    Proportion ofHeldOut = near(heldOut);
    return Share.of(ofHeldOut.value() > ofReconstructed.value() ? ofHeldOut : ofReconstructed);
  }

  private Proportion near(double[] distances) {
    double reach = Quantiles.of(reconstructed, NEAR);
    return new Proportion(
        (int) Arrays.stream(distances).filter(distance -> distance <= reach).count(),
        distances.length);
  }

  /** How many generated rows are training rows, value by value. */
  public int exactCopies() {
    return zeros(generated);
  }

  /** How many held-out rows are training rows: where there are any, data repeat themselves. */
  public int exactCopiesHeldOut() {
    return zeros(heldOut);
  }

  private static int zeros(double[] distances) {
    return (int) Arrays.stream(distances).filter(distance -> distance == 0).count();
  }

  /** What speaks for memorised rows, beyond what chance in the choice of rows explains. */
  List<String> signsOfMemory() {
    List<String> signs = new ArrayList<>();
    if (nearerThanReconstructed().interval().low() > 0.5) {
      signs.add(
          "as a whole they lie nearer to training rows than reconstructions of unseen rows do");
    }
    Share near = near();
    Share unseen = nearOfUnseen();
    if (near.interval().low() > unseen.interval().high()) {
      signs.add(
          String.format(
              Locale.ROOT,
              "%.1f %% lie as near to a training row as %.1f %% of unseen rows do",
              100 * near.value(),
              100 * unseen.value()));
    }
    if (exactCopies() > 0 && exactCopiesHeldOut() == 0) {
      signs.add(
          String.format(
              Locale.ROOT, "%d of %d are training rows", exactCopies(), generated.length));
    }
    return signs;
  }

  /** The medians, such as {@code to training rows: generated 5.21, held-out 6.02, …}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "median distances to training rows: generated %.4g, held-out %.4g, reconstructed %.4g",
        Quantiles.median(generated),
        Quantiles.median(heldOut),
        Quantiles.median(reconstructed));
  }
}
