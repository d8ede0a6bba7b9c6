package io.venturi.restoration;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.model.Codec;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Restores noisy images and rows by a model, and measures how well. Any codec will do; best is one
 * of a spec with {@code @Denoising}, trained on the noise that is to go.
 *
 * <pre>{@code
 * Restoration restoration = venturi.application(Restoration.class);
 * Dataset noisy = venturi.corrupt(Denoiser.class, test, 7);
 * RestorationResult result = restoration.evaluate(model, test, noisy);
 * RestoredFolder restored =
 *     restoration.restoreFolder(model, Path.of("scans"), Path.of("restored"));
 * }</pre>
 *
 * <p>Has no state; any number of threads may use it.
 */
public final class Restoration {

  @Inject
  Restoration() {}

  /**
   * How much closer to the clean rows a model brings noisy ones, beside a median and a Gaussian
   * filter with the setting that suits them best. As {@link #evaluate(Codec, Dataset, Dataset,
   * long)} with seed 0.
   */
  public RestorationResult evaluate(Codec codec, Dataset clean, Dataset noisy) {
    return evaluate(codec, clean, noisy, 0);
  }

  /**
   * How much closer to the clean rows a model brings noisy ones.
   *
   * <p>Images, rows of shape {height, width} or with 1 or 3 channels behind it, are measured by
   * peak signal-to-noise ratio (peak 1) and, from 11 x 11 pixels on, structural similarity. Two
   * filters that need no training stand beside the model: the median of 3 x 3 to 7 x 7 pixels, and
   * Gaussians of 0.5 to 3 pixels. Each has the setting with the highest ratio on every fifth image
   * (at most about 1,000 of them); all figures are of the others, so the choice flatters nobody.
   * Rows without the shape of images have the ratio alone, whose peak is the range of the clean
   * values.
   *
   * <p>Values are measured as they are, not clipped.
   *
   * @param codec what restores
   * @param clean rows as they should be; images have values in [0, 1]
   * @param noisy the same rows in the same order, noisy
   * @param seed of the intervals' draws; the same seed gives the same bits
   * @throws io.venturi.error.DataException if the two are not as many rows of one width, or not of
   *     the codec's; if a value, given or restored, is not finite; if clean images have values
   *     outside [0, 1], or all values of clean rows are the same
   */
  public RestorationResult evaluate(Codec codec, Dataset clean, Dataset noisy, long seed) {
    return evaluate(codec, clean, noisy, seed, new Baseline[0]);
  }

  /**
   * The same beside filters of your own, behind the median and the Gaussian.
   *
   * <pre>{@code
   * restoration.evaluate(
   *     model, test, noisy, 0, Baseline.bestOf(new Bilateral(0.1), new Bilateral(0.3)));
   * }</pre>
   *
   * @param more of images; for other rows they are left out as all filters are
   * @throws io.venturi.error.DataException as above, or if a filter gives other than as many finite
   *     values as it was given
   */
  public RestorationResult evaluate(
      Codec codec, Dataset clean, Dataset noisy, long seed, Baseline... more) {
    List<Baseline> baselines = new ArrayList<>(List.of(Baseline.MEDIANS, Baseline.GAUSSIANS));
    baselines.addAll(List.of(more));
    Pairs pairs = Pairs.of(clean, noisy);
    DataChecks.requireWidth(clean, codec.inputs(), Names.of(codec));
    return new Contest(codec, Yardstick.of(clean), baselines, seed).of(pairs);
  }

  /**
   * Restores the PNG and JPEG images of a folder into another: each under its name and in the
   * format that the name says, JPEG with quality 0.95. Images have to have the model's size: that
   * of its spec, else a square, else the one that is said here. An image that is broken or has
   * another size is left out and named in the result, the others are restored. Restored values are
   * clipped to [0, 1].
   *
   * <p>A model of one channel restores grey images, whether their files have one channel or three
   * that do not differ. Those with colours are left out and named, unless a third number says what
   * becomes of them: 3 has each channel restored as an image of its own, 1 has them made grey.
   *
   * <pre>{@code
   * restoration.restoreFolder(grey, in, out, 28, 28, 3); // in colour, by a model of 28 x 28 values
   * }</pre>
   *
   * <p>Transparency is not restored: what is written is opaque, with the colours that lay beneath.
   *
   * <p>Sizes are looked at before images are decoded. Files are written durably: a name stands for
   * the old bytes or for all the new ones. Files in {@code out} of these names are replaced; images
   * that are read never are, not through links either.
   *
   * @param in where noisy images are
   * @param out where restored ones go; made if it is not there
   * @param shape height, width and channels, 1 or 3, of the images that are written; without
   *     channels, or without anything, the model's
   * @throws io.venturi.error.DataException if {@code in} has no images or is {@code out}, none of
   *     them can be restored, one cannot be written, or nobody can tell the images' size
   */
  public RestoredFolder restoreFolder(Codec codec, Path in, Path out, int... shape) {
    return new FolderRestoration(ImageLayout.of(codec, shape)).folder(in, out);
  }

  /**
   * Restores one image, as {@link #restoreFolder} does each.
   *
   * @param in a PNG or JPEG file
   * @param out another file, PNG unless its name ends in .jpg or .jpeg
   * @throws io.venturi.error.DataException if the image is broken or has another size, is {@code
   *     out}, or the file cannot be written
   */
  public void restoreFile(Codec codec, Path in, Path out, int... shape) {
    new FolderRestoration(ImageLayout.of(codec, shape)).file(in, out);
  }
}
