package io.venturi.reduction;

import io.venturi.application.Models;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.model.Model;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Dimensionality reduction by an autoencoder: whether it is worth its while, and what its codes
 * look like.
 *
 * <pre>{@code
 * Reduction reduction = venturi.application(Reduction.class);
 * Comparison comparison = reduction.compare(model, train, heldOut);
 * System.out.println(comparison.verdict());
 * }</pre>
 *
 * <p>Rows that the model was trained on flatter it, and nothing here can tell them from others:
 * hand over rows that neither the model nor the choice between models has seen.
 */
public final class Reduction {

  private final Models models;

  @Inject
  Reduction(Models models) {
    this.models = models;
  }

  /**
   * Compares a model with PCA of the same code size, with what it was before its training and with
   * the mean, with {@link ComparisonOptions#defaults()}.
   *
   * @param train what PCA is fitted to: the rows that the model was trained on, as they were handed
   *     to its training
   * @param heldOut rows that it was not trained on, raw too; more of them make narrower intervals
   * @throws DataException as with options
   */
  public Comparison compare(Model<?> model, Dataset train, Dataset heldOut) {
    return compare(model, train, heldOut, ComparisonOptions.defaults());
  }

  /**
   * Compares a model with PCA of the same code size, with what it was before its training and with
   * the mean. Memory does not grow with the number of rows but for one number each, and with the
   * square of {@link ComparisonOptions#neighbourhoodRows()}.
   *
   * @param train what PCA is fitted to: the rows that the model was trained on, as they were handed
   *     to its training
   * @param heldOut rows that it was not trained on, raw too
   * @throws DataException if rows have another width than the model, or values that are not finite;
   *     if there are fewer training rows than components, or too few held-out rows for their
   *     neighbourhoods; or if the held-out rows do not vary
   */
  public Comparison compare(
      Model<?> model, Dataset train, Dataset heldOut, ComparisonOptions options) {
    try (Model<?> untrained = models.untrained(model, options.seed())) {
      return new Comparing(model, train, heldOut, options).with(untrained);
    }
  }

  /**
   * Maps of held-out rows in the plane, without labels.
   *
   * @param train what PCA is fitted to
   * @param heldOut what is shown
   * @throws DataException as with labels
   */
  public CodeMaps maps(Model<?> model, Dataset train, Dataset heldOut) {
    return maps(model, train, heldOut, new int[heldOut.size()], List.of("rows"));
  }

  /**
   * Maps of held-out rows in the plane: by the model's codes, and by the first two principal
   * components of the training rows. Codes of more than two numbers are shown by their own first
   * two principal components.
   *
   * @param train what PCA is fitted to, scaled as the model scales its rows
   * @param heldOut what is shown: all rows, or 2,000 of them drawn by a fixed seed
   * @param labels of the held-out rows: for each the number of its name
   * @param names of the labels
   * @throws DataException if rows have another width than the model, or values that are not finite;
   *     if labels do not fit; or if code or rows have fewer than two numbers
   */
  public CodeMaps maps(
      Model<?> model, Dataset train, Dataset heldOut, int[] labels, List<String> names) {
    return CodeMapping.of(model, train, heldOut, labels, names, ComparisonOptions.defaults());
  }
}
