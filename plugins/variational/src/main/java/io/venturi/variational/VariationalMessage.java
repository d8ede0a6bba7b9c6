package io.venturi.variational;

import io.venturi.error.ErrorMessage;

/** What generative models have to complain about; each is explained in {@code docs/errors.md}. */
enum VariationalMessage implements ErrorMessage {
  NOT_VARIATIONAL(
      "AE-490",
      "%s is no variational autoencoder: its spec has no @Variational. Train one that has, or sample"
          + " from a distribution that is fitted to its codes."),
  NO_DRAWS("AE-491", "A bound on the likelihood by %d draws a row is none: draw at least 1.");

  private final String id;
  private final String template;

  VariationalMessage(String id, String template) {
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
