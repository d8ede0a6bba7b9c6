package com.example.robust;

import io.venturi.spi.ElementwiseLoss;

/** Keeps nothing from call to call: one object serves all threads. */
final class CharbonnierLoss extends ElementwiseLoss {

  private final float square;

  CharbonnierLoss(double epsilon) {
    this.square = (float) (epsilon * epsilon);
  }

  /** A mean over a row; 1 for a sum. */
  @Override
  protected float rowFactor(float count) {
    return 1 / count;
  }

  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    for (int i = 0; i < n; i++) {
      float difference = y[i] - target[i];
      float root = (float) Math.sqrt(difference * difference + square);
      gradient[i] = factor * difference / root;
      target[i] = root;
    }
  }
}
