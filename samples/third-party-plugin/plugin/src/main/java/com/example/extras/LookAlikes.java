package com.example.extras;

import io.venturi.application.NearestNeighbours;
import io.venturi.application.Neighbours;
import io.venturi.data.Dataset;
import io.venturi.model.Codec;

/**
 * Finds rows that are alike by their codes: pictures of the same kind of thing rather than with the
 * same pixels. Got by {@code Venturi.application(LookAlikes.class)}.
 */
public final class LookAlikes {

  /** For the runtime; nothing needs to be injected. */
  public LookAlikes() {}

  /**
   * The rows of a catalogue that are most alike to some others.
   *
   * @param codec what makes the codes: a trained model, say
   * @param catalogue where to look
   * @param queries what to look for
   * @param count how many to find of each, from 1 to the size of the catalogue
   * @throws io.venturi.error.DataException if rows do not suit the codec, or there are fewer
   */
  public Matches find(Codec codec, Dataset catalogue, Dataset queries, int count) {
    Dataset codes = Dataset.of("the catalogue's codes", codec.encode(catalogue));
    Dataset wanted = Dataset.of("the queries' codes", codec.encode(queries));
    Neighbours found = NearestNeighbours.among(codes).of(wanted, count);
    return new Matches(catalogue, queries, found.rows());
  }
}
