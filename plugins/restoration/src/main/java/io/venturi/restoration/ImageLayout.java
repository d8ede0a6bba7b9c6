package io.venturi.restoration;

import io.venturi.data.Dataset;
import io.venturi.data.ImageFolder;
import io.venturi.data.ImageFolder.Colour;
import io.venturi.error.DataException;
import io.venturi.model.Codec;
import java.nio.file.Path;

/**
 * How files become rows of a codec, and its rows images.
 *
 * @param codec that restores
 * @param shape of the images that are written
 * @param channels what becomes of theirs
 */
record ImageLayout(Codec codec, ImageShape shape, Channels channels) {

  /**
   * Of the images that a codec restores.
   *
   * @param said what the user says of their size; channels only if these are the third
   * @throws DataException if that does not fit the codec, or nobody can tell
   */
  static ImageLayout of(Codec codec, int... said) {
    boolean planes = said.length == 3 && said[2] == 3 && isPlane(codec, said[0], said[1]);
    if (planes) {
      return new ImageLayout(codec, new ImageShape(said[0], said[1], 3), Channels.EACH);
    }
    ImageShape shape = ImageShape.of(codec, said);
    boolean unsaid = said.length < 3 && shape.channels() == 1;
    return new ImageLayout(codec, shape, unsaid ? Channels.GREY_ONLY : Channels.TOGETHER);
  }

  private static boolean isPlane(Codec codec, int height, int width) {
    return height > 0 && width > 0 && (long) height * width == codec.inputs();
  }

  /**
   * The rows of a file.
   *
   * @throws DataException if it cannot be read, has another size, or colours that would be lost
   */
  float[][] read(Path file) {
    return switch (channels) {
      case TOGETHER -> rows(file, shape.channels() == 1 ? Colour.GREY : Colour.RGB).toArray();
      case GREY_ONLY -> new float[][] {requireGrey(planes(rows(file, Colour.RGB)), file)};
      case EACH -> planes(rows(file, Colour.RGB));
    };
  }

  private Dataset rows(Path file, Colour colour) {
    return ImageFolder.readFile(file, shape.height(), shape.width(), colour);
  }

  /** Values of an image, from rows of {@link #read}'s number and order. */
  float[] image(float[][] rows) {
    if (channels != Channels.EACH) {
      return rows[0];
    }
    float[] image = new float[rows.length * rows[0].length];
    for (int i = 0; i < image.length; i++) {
      image[i] = rows[i % rows.length][i / rows.length];
    }
    return image;
  }

  private static float[][] planes(Dataset image) {
    float[] values = image.toArray()[0];
    float[][] planes = new float[3][values.length / 3];
    for (int i = 0; i < values.length; i++) {
      planes[i % 3][i / 3] = values[i];
    }
    return planes;
  }

  private float[] requireGrey(float[][] planes, Path file) {
    for (int i = 0; i < planes[0].length; i++) {
      if (planes[0][i] != planes[1][i] || planes[0][i] != planes[2][i]) {
        int height = shape.height();
        int width = shape.width();
        throw new DataException(
            RestorationMessage.COLOURS, file, Names.of(codec), height, width, height, width);
      }
    }
    return planes[0];
  }
}
