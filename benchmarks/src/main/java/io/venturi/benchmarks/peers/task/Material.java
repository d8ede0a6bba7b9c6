package io.venturi.benchmarks.peers.task;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What all contenders at a work start from, in files of a folder: rows, weights, and of inference
 * what must come out. Plain files, so that no contender needs Venturi to read them.
 */
public final class Material {

  private static final int FIXED_ROWS = 1_024;

  /** Floats that are mapped at a time. */
  private static final int BLOCK = 1 << 24;

  private final Work work;
  private final Path folder;

  public Material(Work work, Path folder) {
    this.work = work;
    this.folder = folder;
  }

  /** All rows, one after another: those to train on, then the fixed ones. */
  public float[] rows() {
    return readFloats(file("rows"));
  }

  /** How many rows there are to be, the fixed ones included. */
  public static int count(Work work) {
    return work.goal() == Work.Goal.TRAIN ? work.count() + FIXED_ROWS : work.count();
  }

  /** Of {@link #rows()}, those whose loss is compared, or, of inference, whose results are. */
  public float[] fixedRows(float[] rows) {
    return Arrays.copyOfRange(rows, rows.length - FIXED_ROWS * work.inputs(), rows.length);
  }

  public void writeRows(float[] rows) {
    writeFloats(file("rows"), rows);
  }

  /** What inference must give of the fixed rows. */
  public float[] expected() {
    return readFloats(file("expected"));
  }

  public void writeExpected(float[] values) {
    writeFloats(file("expected"), values);
  }

  /** Of every layer that has weights, from the input to the output. */
  public List<LayerWeights> weights() {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file("weights"))))) {
      List<LayerWeights> layers = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        int[] shape = new int[in.readInt()];
        for (int axis = 0; axis < shape.length; axis++) {
          shape[axis] = in.readInt();
        }
        layers.add(new LayerWeights(shape, readArray(in), readArray(in)));
      }
      return layers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void writeWeights(List<LayerWeights> layers) {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file("weights"))))) {
      out.writeInt(layers.size());
      for (LayerWeights layer : layers) {
        out.writeInt(layer.shape().length);
        for (int size : layer.shape()) {
          out.writeInt(size);
        }
        writeArray(out, layer.weights());
        writeArray(out, layer.biases());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where Venturi keeps the model of inference for itself. */
  public Path modelFile() {
    return file("venturi");
  }

  private Path file(String name) {
    return folder.resolve(work + "." + name);
  }

  private static float[] readArray(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  private static void writeArray(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] readFloats(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      float[] values = new float[Math.toIntExact(channel.size() / Float.BYTES)];
      for (int at = 0; at < values.length; at += BLOCK) {
        int count = Math.min(BLOCK, values.length - at);
        channel
            .map(FileChannel.MapMode.READ_ONLY, (long) at * Float.BYTES, (long) count * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer()
            .get(values, at, count);
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeFloats(Path file, float[] values) {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      int block = Math.min(BLOCK, values.length);
      ByteBuffer bytes =
          ByteBuffer.allocateDirect(block * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = 0; at < values.length; at += block) {
        int count = Math.min(block, values.length - at);
        bytes.asFloatBuffer().put(values, at, count);
        bytes.position(0).limit(count * Float.BYTES);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        bytes.clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
