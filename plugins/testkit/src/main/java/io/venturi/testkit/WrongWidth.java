package io.venturi.testkit;

import io.venturi.annotation.Autoencoder;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.model.Model;

/** Rows of another width are refused by a message that names both widths. */
final class WrongWidth implements Property {

  private static final int ROWS = 8;

  @Override
  public String name() {
    return "rows of another width are refused by a message that names both";
  }

  @Override
  public void check(Subject subject) {
    int wrong = subject.inputs() + 1;
    float[][] wide = Rows.uniform(ROWS, wrong, 0.1, 0.9, 1);
    if (!takesAnyWidth(subject.spec())) {
      require(subject, wrong, () -> subject.trainer().epochs(1).fit(Dataset.of(wide)));
    }
    try (Model<?> model =
        subject.trainer().epochs(1).fit(Dataset.of(subject.rows(ROWS, 1))).model()) {
      require(subject, wrong, () -> model.encode(wide));
    }
  }

  private static boolean takesAnyWidth(Class<?> spec) {
    Autoencoder autoencoder = spec.getAnnotation(Autoencoder.class);
    return autoencoder != null && autoencoder.input()[0] == Autoencoder.FROM_DATA;
  }

  private static void require(Subject subject, int wrong, Runnable use) {
    try {
      use.run();
    } catch (DataException refusal) {
      String text = String.valueOf(refusal.getMessage());
      if (text.contains(String.valueOf(wrong)) && text.contains(String.valueOf(subject.inputs()))) {
        return;
      }
      throw Violation.of(
          "a message of one's own", "'%s' does not name %d and %d", text, wrong, subject.inputs());
    }
    throw Violation.of(
        "a check that is left out",
        "rows of %d values are taken where %d belong",
        wrong,
        subject.inputs());
  }
}
