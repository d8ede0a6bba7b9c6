package io.venturi.generation;

import io.venturi.error.ErrorMessage;

/** What generation has to complain about; each is explained in {@code docs/errors.md}. */
enum GenerationMessage implements ErrorMessage {
  FEW_ROWS(
      "AE-440",
      "A mixture of %d components cannot be fitted to the %d rows of %s: give it more rows, or use"
          + " fewer components."),
  SAME_CODES(
      "AE-441",
      "All %d codes of %s are the same, so there is nothing to draw from: check whether the model"
          + " has learned anything."),
  FEW_CODES(
      "AE-442",
      "The codes of %s have %d different values, too few for a mixture of %d components: use fewer"
          + " components, or check what the model has learned."),
  CODE_SIZE(
      "AE-443",
      "Codes come from %s with %d numbers, but the model takes codes of %d: use what was made for"
          + " this model."),
  NOT_IMAGES(
      "AE-444",
      "Rows of %d values are no images of the shape %s: give {height, width}, or with 1 or 3"
          + " channels behind it, whose product is the number of values."),
  NOT_A_PLANE(
      "AE-445",
      "A manifold is drawn for codes of 2 numbers, and this model's have %d: use traverse, or train a"
          + " model with a code of 2."),
  OWN_JUDGE(
      "AE-446",
      "%s would be judged by the model that they came from, which cannot see what it left out: judge"
          + " them by another encoder."),
  UNPAIRED(
      "AE-447",
      "Interpolation goes from each row to another one, but there are %d rows to start from and %d to"
          + " arrive at: give as many, and at least one."),
  NOT_HELD_OUT(
      "AE-448",
      "Half or more of the rows of %s are also in %s, so distances to it say nothing: hold rows out"
          + " that the model was not trained on."),
  NO_PRIOR(
      "AE-449",
      "%s is not variational, so its codes follow no prior: draw from a mixture of the codes of its"
          + " training rows, sample(model, mixture(model, train, seed), ...).");

  private final String id;
  private final String template;

  GenerationMessage(String id, String template) {
    this.id = id;
    this.template = template;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String template() {
    return template;
  }
}
