package io.venturi.generation;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.SpecException;
import io.venturi.model.Codec;
import io.venturi.model.Model;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Draws rows from trained models, walks through their codes, and says how good they are:
 *
 * <pre>{@code
 * Generation generation = venturi.application(Generation.class);
 * GeneratedRows drawn = generation.sample(model, 1000, 7);              // a variational model
 * GaussianMixture mixture = generation.mixture(other, train, 10, 7);    // of any other type
 * GeneratedRows also = generation.sample(other, mixture, 1000, 7);
 * GenerationQuality quality =
 *     generation.quality(drawn, generation.reference(train, test, judge));
 * }</pre>
 *
 * <p>Stateless and thread-safe. What is drawn depends on the seed alone, on any number of threads.
 */
public final class Generation {

  /** Of precision and recall, as in the paper. */
  private static final int NEIGHBOURS = 3;

  private static final int COMPONENTS = 10;

  /** Traversals leave out so much of a number's distribution at either end. */
  private static final double TAIL = 0.005;

  @Inject
  Generation() {}

  /**
   * Decodes codes that are drawn from the standard normal prior: of a variational model, whose
   * training holds its codes near it. Of models of other types take {@link #mixture}, or {@link
   * CodeDistribution#standardNormal} if theirs does too.
   *
   * @param count at least 1
   * @throws io.venturi.error.SpecException if it is a model whose codes have no variances, as those
   *     of variational ones have
   * @throws DataException if there is nothing to draw, or a decoded value is not finite
   */
  public GeneratedRows sample(Codec codec, int count, long seed) {
    if (codec instanceof Model<?> model && !model.hasGaussianPosterior()) {
      throw new SpecException(GenerationMessage.NO_PRIOR, model.description().simpleName());
    }
    return sample(codec, CodeDistribution.standardNormal(codec.codeSize()), count, seed);
  }

  /**
   * Decodes codes that are drawn from a distribution.
   *
   * @param count at least 1
   * @throws DataException if it is not, if the distribution's codes have another size than the
   *     model's, or a decoded value is not finite
   */
  public GeneratedRows sample(Codec codec, CodeDistribution codes, int count, long seed) {
    Codes.requireSize(codes.name(), codes.size(), codec.codeSize());
    Settings.require("the number of rows to draw", count, 1, Integer.MAX_VALUE);
    float[][] drawn = codes.draw(count, seed);
    String name = "rows drawn from " + codes.name();
    return new GeneratedRows(
        codec, codes.name(), drawn, Codes.decode(codec, drawn, name), RowPictures.shapeOf(codec));
  }

  /** As {@link #mixture(Codec, Dataset, int, long)} with 10 components. */
  public GaussianMixture mixture(Codec codec, Dataset train, long seed) {
    return mixture(codec, train, COMPONENTS, seed);
  }

  /**
   * Fits a mixture of normal distributions with full covariances to the codes of rows, by
   * expectation-maximisation from a start by k-means++.
   *
   * @param train what the model was trained on
   * @param components at least 1; {@link GaussianMixture#logDensity} of other rows tells whether
   *     more do better
   * @param seed of the start
   * @throws DataException if there are fewer rows or different codes than components, if all codes
   *     are the same, or if rows do not fit the model
   */
  public GaussianMixture mixture(Codec codec, Dataset train, int components, long seed) {
    Settings.require("the number of components", components, 1, Integer.MAX_VALUE);
    if (train.size() < components) {
      throw new DataException(GenerationMessage.FEW_ROWS, components, train.size(), train.name());
    }
    return MixtureFitting.fit(Codes.of(codec, train), train.name(), components, seed);
  }

  /**
   * What lies between rows: their codes, and steps from the one to the other, decoded.
   *
   * @param from (n, inputs)
   * @param to as many
   * @param steps of each path, both ends included; at least 2
   * @throws DataException if rows are not paired or do not fit the model, or there are fewer steps
   */
  public CodeWalk interpolate(
      Codec codec, float[][] from, float[][] to, int steps, Interpolation way) {
    Settings.require("the number of steps", steps, 2, Integer.MAX_VALUE);
    if (from.length != to.length || from.length == 0) {
      throw new DataException(GenerationMessage.UNPAIRED, from.length, to.length);
    }
    float[][] first = Codes.of(codec, Dataset.of("the rows to start from", from));
    float[][] last = Codes.of(codec, Dataset.of("the rows to arrive at", to));
    float[][][] codes = new float[from.length][steps][];
    for (int pair = 0; pair < codes.length; pair++) {
      for (int step = 0; step < steps; step++) {
        double t = step / (steps - 1.0);
        codes[pair][step] = way.between(first[pair], last[pair], t);
      }
    }
    return CodeWalk.decoded(
        codec,
        "Interpolation, " + way.name().toLowerCase(Locale.ROOT),
        "From the code of one row to that of another: the ends are reconstructions.",
        IntStream.rangeClosed(1, codes.length).mapToObj(pair -> "pair " + pair).toList(),
        codes);
  }

  /** How each number of the codes of rows is distributed: how far walks go in other models. */
  public Marginals marginals(Codec codec, Dataset rows) {
    return Marginals.of(Codes.of(codec, rows));
  }

  /**
   * What each number of a code does: the code of a row, in which one number after another goes from
   * its 0.5 % to its 99.5 % quantile in even steps.
   *
   * @param row (inputs)
   * @param marginals {@link Marginals#standardNormal} of variational models, {@link #marginals} of
   *     others
   * @param steps at least 2
   * @throws DataException if the row or the marginals do not fit the model, or there are fewer
   *     steps
   */
  public CodeWalk traverse(Codec codec, float[] row, Marginals marginals, int steps) {
    Codes.requireSize("the marginals", marginals.size(), codec.codeSize());
    Settings.require("the number of steps", steps, 2, Integer.MAX_VALUE);
    float[] start = Codes.of(codec, Dataset.of("the row", new float[][] {row}))[0];
    float[][][] codes = new float[start.length][steps][];
    for (int unit = 0; unit < start.length; unit++) {
      float low = marginals.quantile(unit, TAIL);
      float high = marginals.quantile(unit, 1 - TAIL);
      for (int step = 0; step < steps; step++) {
        double t = step / (steps - 1.0);
        codes[unit][step] = start.clone();
        codes[unit][step][unit] = (float) ((1 - t) * low + t * high);
      }
    }
    return CodeWalk.decoded(
        codec,
        "Traversal",
        "One row's code, of which one number at a time goes from low to high.",
        IntStream.range(0, codes.length).mapToObj(unit -> "unit " + unit).toList(),
        codes);
  }

  /**
   * All that a code of 2 numbers decodes to: a grid whose lines are equal shares of each number's
   * distribution apart (Kingma and Welling, 2013, figure 4). The first number grows to the right,
   * the second upwards.
   *
   * @param marginals {@link Marginals#standardNormal} of variational models, {@link #marginals} of
   *     others
   * @param side rows and columns, at least 2
   * @throws DataException if the model's codes have not 2 numbers, or the marginals another size,
   *     or the side is smaller
   */
  public CodeWalk manifold(Codec codec, Marginals marginals, int side) {
    if (codec.codeSize() != 2) {
      throw new DataException(GenerationMessage.NOT_A_PLANE, codec.codeSize());
    }
    Codes.requireSize("the marginals", marginals.size(), codec.codeSize());
    Settings.require("the side of the grid", side, 2, Integer.MAX_VALUE);
    float[][][] codes = new float[side][side][];
    for (int y = 0; y < side; y++) {
      float second = marginals.quantile(1, (side - y - 0.5) / side);
      for (int x = 0; x < side; x++) {
        codes[y][x] = new float[] {marginals.quantile(0, (x + 0.5) / side), second};
      }
    }
    List<String> labels =
        IntStream.range(0, side)
            .mapToObj(
                y -> String.format(Locale.ROOT, "%.2f", codes[y][0][1]).replace("-0.00", "0.00"))
            .toList();
    return CodeWalk.decoded(
        codec,
        "Manifold",
        "The first number of the code grows to the right, the second, beside the rows, upwards.",
        labels,
        codes);
  }

  /** As {@link #reference(Dataset, Dataset, Codec, int)} with 3 neighbours. */
  public Reference reference(Dataset train, Dataset heldOut, Codec judge) {
    return reference(train, heldOut, judge, NEIGHBOURS);
  }

  /**
   * Real rows to compare generated ones with.
   *
   * @param train what the models that draw were trained on
   * @param heldOut rows of the same kind that no model was trained on
   * @param judge an encoder of its own: a model of another spec or seed, or principal components.
   *     What its codes leave out is not seen
   * @param neighbours of precision and recall: the larger, the more lies within reach
   * @throws DataException if there are not more rows than neighbours, if rows do not fit the judge,
   *     or if half of the held-out rows are among the training rows
   */
  public Reference reference(Dataset train, Dataset heldOut, Codec judge, int neighbours) {
    return Reference.of(train, heldOut, judge, neighbours);
  }

  /**
   * How good generated rows are.
   *
   * @throws DataException if they are of another width, not more than neighbours, or of the model
   *     that judges
   */
  public GenerationQuality quality(GeneratedRows generated, Reference reference) {
    return GenerationQuality.of(
        generated.source(),
        Dataset.of("the generated data", generated.rows()),
        generated.codec(),
        reference);
  }

  /**
   * The same of rows that were drawn elsewhere: by {@code GenerativeModel} of venturi-variational,
   * or by other software.
   *
   * @param rows at least one more than neighbours, in the units of the training rows; reports call
   *     them by their name
   * @param maker what makes reconstructions as smooth as these rows are, of held-out rows that it
   *     was not trained on: the model that drew, if it encodes as well. If there is none, a codec
   *     that gives rows back as they are has these rows compared with held-out ones alone
   * @throws DataException as above, or if a value is not finite
   */
  public GenerationQuality quality(Dataset rows, Codec maker, Reference reference) {
    return GenerationQuality.of(rows.name(), rows, maker, reference);
  }
}
