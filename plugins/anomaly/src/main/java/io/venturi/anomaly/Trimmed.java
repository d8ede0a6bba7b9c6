package io.venturi.anomaly;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Training on data that may hold anomalies: of each batch, the rows with the largest losses are
 * left out, as a trimmed mean leaves out the largest values (least trimmed squares, Rousseeuw
 * 1984). What is rare is learned late, so after a few epochs these rows are mostly the anomalies.
 * Rows of equal loss stay, or go, by their place in the batch.
 *
 * <p>A detector trims as well: so many of the rows with the highest scores are left out of what its
 * scores are made of, and of its calibration rows ({@link Fitting#contaminated}). Nothing is
 * promised of false positives then.
 *
 * <p>Take a {@code fraction} somewhat above the share of anomalies that may be there: what is too
 * much costs some of the rarer normal rows, what is too little lets anomalies be learned.
 * Validation counts all rows. Epochs show the largest loss that was kept as {@code trimmedAt}, a
 * mean over batches.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(runtime = "io.venturi:venturi-anomaly")
public @interface Trimmed {

  /** The share of each batch's rows that is left out, rounded down. */
  @Range(min = 0, max = 0.5)
  double fraction() default 0.1;

  /** How many epochs all rows count, until losses say something of rows. */
  @Range(min = 0)
  int after() default 2;
}
