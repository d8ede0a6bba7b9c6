package io.venturi.benchmarks.peers.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.venturi.benchmarks.peers.task.LayerWeights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * A session of ONNX Runtime with one thread whose input and output stay where they are, so that a
 * row costs no allocation but the result's own.
 */
final class OnnxRows implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final FloatBuffer in;
  private final FloatBuffer out;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  OnnxRows(List<LayerWeights> layers, boolean sigmoid) throws OrtException {
    int width = layers.get(0).shape()[0];
    this.in = floats(width);
    this.out = floats(width);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      this.session = environment.createSession(OnnxModel.of(layers, sigmoid), options);
    }
    long[] shape = {1, width};
    this.inputs = Map.of(OnnxModel.INPUT, OnnxTensor.createTensor(environment, in, shape));
    this.outputs = Map.of(OnnxModel.OUTPUT, OnnxTensor.createTensor(environment, out, shape));
  }

  private static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  /** Reconstructs the row at a place in an array into the same place of another. */
  void reconstruct(float[] from, float[] into, int at) throws OrtException {
    in.clear().put(from, at, in.capacity());
    session.run(inputs, outputs).close();
    out.clear().get(into, at, out.capacity());
  }

  @Override
  public void close() throws OrtException {
    inputs.values().forEach(OnnxTensor::close);
    outputs.values().forEach(OnnxTensor::close);
    session.close();
  }
}
