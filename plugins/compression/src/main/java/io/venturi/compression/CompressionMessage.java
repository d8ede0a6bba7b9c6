package io.venturi.compression;

import io.venturi.error.ErrorMessage;

/** What compression has to complain about; each is explained in {@code docs/errors.md}. */
enum CompressionMessage implements ErrorMessage {
  BITS("AE-460", "Codes cannot be quantised to %s bits: give 1 to 8, such as 5."),
  CODE_NOT_FINITE(
      "AE-461",
      "Number %d of the code of row %d of %s is %s, which cannot be quantised: scale the rows, or"
          + " train the model anew."),
  CODES_ALIKE(
      "AE-462",
      "The %d rows of %s differ, but their codes do not, so a file of them would give one row for"
          + " all: check whether the model has learned anything."),
  NOT_COMPRESSED("AE-463", "%s is no file of compressed rows: it begins otherwise."),
  VERSION(
      "AE-464",
      "%s is of version %d of the format, but this Venturi reads 1: use a newer Venturi."),
  DAMAGED("AE-465", "%s is cut short or altered: %s. Get it anew from where it came."),
  OTHER_CODEC(
      "AE-466",
      "%s was compressed with the model of fingerprint %s, but this one's is %s: it would give"
          + " other rows. Load the model that it was compressed with."),
  OTHER_WIDTH(
      "AE-467",
      "%s has codes of %d numbers for rows of %d values, but this model has %d for %d: load the"
          + " model that it was compressed with."),
  UNREADABLE("AE-468", "%s cannot be read: %s."),
  UNWRITABLE("AE-469", "%s cannot be written: %s. Nothing was overwritten."),
  MANY_ROWS(
      "AE-470",
      "%s has %d rows of %d values, %d MiB, for which Java's %d MiB are too few: take its rows as"
          + " they come by decompress(path, codec, consumer), or give Java more by -Xmx."),
  NO_GREYS(
      "AE-471",
      "Image %d of %s has the value %s, but images are compared by values from 0 to 1: scale them,"
          + " such as bytes by 1 / 255."),
  NO_MOSAIC(
      "AE-472",
      "Rows of %s have the shape %s, but a mosaic is of images, {height, width} or {height, width,"
          + " channels} with 1 or 3 channels: give the dataset that shape."),
  LARGE_MOSAIC(
      "AE-473",
      "The %d images of %s would be a picture of %d x %d pixels, too large for JPEG or for Java:"
          + " take some of them.");

  private final String id;
  private final String template;

  CompressionMessage(String id, String template) {
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
