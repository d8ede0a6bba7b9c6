package io.venturi.restoration;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.model.Codec;
import io.venturi.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The size of images that can be shown.
 *
 * @param channels 1 or 3
 */
record ImageShape(int height, int width, int channels) {

  /** Of rows, if they are images of one or three channels. */
  static Optional<ImageShape> of(Dataset data) {
    return of(data.shape());
  }

  private static Optional<ImageShape> of(int[] shape) {
    int channels = shape.length == 3 ? shape[2] : 1;
    return shape.length < 2 || shape.length > 3 || (channels != 1 && channels != 3)
        ? Optional.empty()
        : Optional.of(new ImageShape(shape[0], shape[1], channels));
  }

  /**
   * Of the images that a codec takes.
   *
   * @param said what the user says; if nothing, it is the model's shape of a row, or a square
   * @throws DataException if that does not fit the codec, or nobody can tell
   */
  static ImageShape of(Codec codec, int... said) {
    if (said.length > 0) {
      return of(said)
          .filter(shape -> shape.fits(codec.inputs()))
          .orElseThrow(
              () ->
                  new DataException(
                      RestorationMessage.NOT_IMAGE_SIZE,
                      Arrays.toString(said),
                      Names.of(codec),
                      codec.inputs()));
    }
    return ofModel(codec)
        .or(() -> square(codec.inputs(), 1))
        .or(() -> square(codec.inputs(), 3))
        .orElseThrow(
            () ->
                new DataException(
                    RestorationMessage.NO_IMAGE_SIZE, codec.inputs(), Names.of(codec)));
  }

  private static Optional<ImageShape> ofModel(Codec codec) {
    if (!(codec instanceof Model<?> model)) {
      return Optional.empty();
    }
    List<Integer> shape = model.description().inputShape();
    return of(shape.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Optional<ImageShape> square(int values, int channels) {
    int side = (int) Math.round(Math.sqrt((double) values / channels));
    return Optional.of(new ImageShape(side, side, channels)).filter(shape -> shape.fits(values));
  }

  private boolean fits(int values) {
    return height > 0
        && width > 0
        && (long) height * width == values / channels
        && values % channels == 0;
  }

  int[] toArray() {
    return new int[] {height, width, channels};
  }
}
