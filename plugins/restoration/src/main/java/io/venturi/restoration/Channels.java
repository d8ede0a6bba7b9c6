package io.venturi.restoration;

/** How the channels of an image become rows of a model. */
enum Channels {
  /** Together one row; colours are made grey for a model of one channel. */
  TOGETHER,
  /** One row, of an image whose channels do not differ. */
  GREY_ONLY,
  /** Each a row. */
  EACH
}
