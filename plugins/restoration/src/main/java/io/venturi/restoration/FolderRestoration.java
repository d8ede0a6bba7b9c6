package io.venturi.restoration;

import io.venturi.data.ImageFolder;
import io.venturi.error.DataException;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import io.venturi.model.Codec;
import io.venturi.model.DurableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Restores files of one size of image, one after another. */
final class FolderRestoration {

  private final Codec codec;
  private final ImageLayout layout;

  FolderRestoration(ImageLayout layout) {
    this.codec = layout.codec();
    this.layout = layout;
  }

  RestoredFolder folder(Path in, Path out) {
    List<Path> images = ImageFolder.files(in);
    requireOther(in, out);
    Path folder = made(out);
    Set<Path> linked = linked(images);
    List<Path> restored = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (Path image : images) {
      Path target = folder.resolve(image.getFileName());
      byte[] bytes;
      try {
        if (linked.contains(target)) {
          throw new DataException(RestorationMessage.INPUT_OVERWRITTEN, target);
        }
        bytes = restored(image, target);
      } catch (DataException e) {
        failures.add(new Failure(image, String.valueOf(e.getMessage())));
        continue;
      }
      write(target, bytes); // A disk that is full would fail all that follow, too.
      restored.add(out.resolve(image.getFileName()));
    }
    if (restored.isEmpty()) {
      throw new DataException(
          RestorationMessage.NOTHING_RESTORED,
          images.size(),
          in,
          Names.of(codec),
          failures.get(0).reason());
    }
    return new RestoredFolder(restored, failures);
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new DataException(e, Message.READ_FAILED, file, FileFault.reason(e));
    }
  }

  private static Path made(Path out) {
    try {
      return Files.createDirectories(out).toRealPath();
    } catch (IOException e) {
      throw new DataException(
          e, RestorationMessage.CANNOT_WRITE, out.toAbsolutePath(), FileFault.reason(e));
    }
  }

  void file(Path in, Path out) {
    requireOther(in, out);
    write(out, restored(in, out));
  }

  private byte[] restored(Path file, Path target) {
    float[][] restored = codec.reconstruct(layout.read(file));
    for (int i = 0; i < restored.length; i++) {
      Restorer.requireFinite(restored[i], codec, i, file.toString());
    }
    return ImageBytes.of(layout.image(restored), layout.shape(), target);
  }

  private static void write(Path target, byte[] bytes) {
    try {
      DurableFile.write(target, ByteBuffer.wrap(bytes));
    } catch (DurableFile.UnconfirmedException e) {
      // It is written; what a power cut could take back is restored again as easily.
    } catch (IOException e) {
      throw new DataException(
          e, RestorationMessage.CANNOT_WRITE, target.toAbsolutePath(), FileFault.reason(e));
    }
  }

  /** Through links, too. */
  private static void requireOther(Path read, Path written) {
    try {
      if (Files.exists(written) && Files.isSameFile(read, written)) {
        throw new DataException(RestorationMessage.INPUT_OVERWRITTEN, written);
      }
    } catch (IOException e) {
      throw new DataException(e, Message.READ_FAILED, read, FileFault.reason(e));
    }
  }

  /**
   * Where files lie that links among the images lead to: a link may lead into the folder that is
   * written, and what is read later is not to be replaced now.
   */
  private static Set<Path> linked(List<Path> images) {
    Set<Path> files = new HashSet<>();
    for (Path image : images) {
      // One that leads nowhere is named when it is read.
      if (Files.isSymbolicLink(image) && Files.exists(image)) {
        files.add(real(image));
      }
    }
    return files;
  }
}
