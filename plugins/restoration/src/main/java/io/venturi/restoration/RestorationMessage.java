package io.venturi.restoration;

import io.venturi.error.ErrorMessage;

/** What restorations have to complain about; each is explained in {@code docs/errors.md}. */
enum RestorationMessage implements ErrorMessage {
  COLOURS(
      "AE-429",
      "%s has colours, and %s takes images of one channel: say the size as %d, %d, 3 to have each"
          + " channel restored as an image of its own, or as %d, %d, 1 to have it made grey."),
  NOT_PAIRS(
      "AE-430",
      "%s has %d rows of %d values, but %s %d of %d: row by row, the one must be the clean copy of"
          + " the other."),
  NOT_PIXELS(
      "AE-431",
      "Row %d of %s, feature %d is %s, but clean images have values from 0 to 1: divide bytes by"
          + " 255."),
  NO_RANGE(
      "AE-432",
      "All values of %s are %s, and a signal that does not vary has no ratio to noise: give rows"
          + " that do."),
  NOT_RESTORED(
      "AE-433",
      "%s makes %s of row %d of %s, feature %d: its parameters or the row are too large. Scale the"
          + " data, or train with a scaler."),
  NO_IMAGE_SIZE(
      "AE-434",
      "Rows of %d values, as %s takes, may be images of several sizes: say which, as height, width"
          + " and channels."),
  NOT_IMAGE_SIZE(
      "AE-435",
      "Images of the size %s do not go with %s, which takes %d values: give height, width and"
          + " channels, 1 or 3, whose product that is."),
  INPUT_OVERWRITTEN(
      "AE-436", "%s is where an image is read from, and is not overwritten: name another place."),
  NOTHING_RESTORED("AE-437", "None of the %d images of %s could be restored by %s. The first: %s"),
  CANNOT_WRITE(
      "AE-438",
      "%s cannot be written: %s. A file of that name, if any, is as before, and images before it"
          + " are restored. Mend that and run it again."),
  NOT_FILTERED(
      "AE-439",
      "The filter %s makes %s of row %d of %s: a filter gives as many finite values as the image"
          + " has. Mend it, or leave it out.");

  private final String id;
  private final String template;

  RestorationMessage(String id, String template) {
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
