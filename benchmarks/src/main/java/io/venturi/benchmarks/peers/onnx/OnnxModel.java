package io.venturi.benchmarks.peers.onnx;

import io.venturi.benchmarks.peers.task.LayerWeights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** Writes dense layers with rectifiers between them as an ONNX model of one row. */
final class OnnxModel {

  static final String INPUT = "row";
  static final String OUTPUT = "reconstruction";

  private static final int IR_VERSION = 8;
  private static final int OPSET = 13;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("autoencoder");

  private OnnxModel() {}

  /**
   * The model, to be handed to a session.
   *
   * @param sigmoid whether the last layer has one; otherwise it is linear
   */
  static byte[] of(List<LayerWeights> layers, boolean sigmoid) {
    OnnxModel model = new OnnxModel();
    int last = layers.size() - 1;
    model.graph.addInput(value(INPUT, layers.get(0).shape()[0]));
    model.graph.addOutput(value(OUTPUT, layers.get(last).shape()[1]));
    String x = INPUT;
    for (int layer = 0; layer < last; layer++) {
      x = model.activation("Relu", model.dense(x, layer, layers.get(layer), "sums" + layer), layer);
    }
    String sums = model.dense(x, last, layers.get(last), sigmoid ? "sums" + last : OUTPUT);
    if (sigmoid) {
      model.node("Sigmoid", OUTPUT, sums);
    }
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(model.graph)
        .build()
        .toByteArray();
  }

  private String dense(String x, int number, LayerWeights layer, String result) {
    tensor("weights" + number, layer.weights(), layer.shape());
    tensor("biases" + number, layer.biases(), layer.biases().length);
    return node("Gemm", result, x, "weights" + number, "biases" + number);
  }

  private String activation(String operator, String x, int number) {
    return node(operator, "values" + number, x);
  }

  private String node(String operator, String result, String... inputs) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(result)
            .addAllInput(List.of(inputs))
            .addOutput(result));
    return result;
  }

  private void tensor(String name, float[] values, int... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    for (int size : shape) {
      tensor.addDims(size);
    }
    graph.addInitializer(tensor);
  }

  private static ValueInfoProto value(String name, int width) {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder().addDim(dimension(1)).addDim(dimension(width)).build();
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(shape)
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  private static TensorShapeProto.Dimension dimension(int size) {
    return TensorShapeProto.Dimension.newBuilder().setDimValue(size).build();
  }
}
