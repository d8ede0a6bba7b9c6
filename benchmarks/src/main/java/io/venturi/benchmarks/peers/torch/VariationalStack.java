package io.venturi.benchmarks.peers.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import io.venturi.benchmarks.peers.task.LayerWeights;
import java.util.List;

/** A variational autoencoder with one hidden layer on either side and Bernoulli pixels. */
final class VariationalStack implements TorchNetwork {

  private final Dense hidden;
  private final Dense code;
  private final Dense unfolded;
  private final Dense pixels;
  private final int codes;

  VariationalStack(NDManager manager, List<LayerWeights> weights) {
    this.hidden = Dense.of(manager, weights.get(0));
    this.code = Dense.of(manager, weights.get(1));
    this.unfolded = Dense.of(manager, weights.get(2));
    this.pixels = Dense.of(manager, weights.get(3));
    this.codes = weights.get(2).shape()[0];
    TorchNetwork.learned(new NDList(parameters()));
  }

  @Override
  public List<NDArray> parameters() {
    return List.of(
        hidden.weight(),
        hidden.bias(),
        code.weight(),
        code.bias(),
        unfolded.weight(),
        unfolded.bias(),
        pixels.weight(),
        pixels.bias());
  }

  /**
   * The negated evidence lower bound, the mean over rows. Cross-entropy of logits is {@code
   * softplus(a) - a x}, in four operations.
   */
  @Override
  public NDArray loss(NDArray batch) {
    long rows = batch.getShape().get(0);
    NDList numbers = encode(batch).split(2, 1);
    NDArray mean = numbers.get(0);
    NDArray logVariance = numbers.get(1);
    NDArray noise = batch.getManager().randomNormal(0, 1, mean.getShape(), DataType.FLOAT32);
    NDArray latent = mean.add(logVariance.mul(0.5f).exp().mul(noise));
    NDArray logits = logits(latent);
    NDArray crossEntropy = Activation.softPlus(logits).sub(logits.mul(batch)).sum();
    NDArray divergence =
        mean.square().add(logVariance.exp()).sub(logVariance).sum().sub(rows * codes);
    return crossEntropy.add(divergence.mul(0.5f)).div(rows);
  }

  /** From the means. */
  @Override
  public NDArray reconstruct(NDArray batch) {
    return Activation.sigmoid(logits(encode(batch).split(2, 1).get(0)));
  }

  /** Means and logarithms of variances. */
  NDArray encode(NDArray batch) {
    return code.apply(Activation.relu(hidden.apply(batch)));
  }

  private NDArray logits(NDArray latent) {
    return pixels.apply(Activation.relu(unfolded.apply(latent)));
  }
}
