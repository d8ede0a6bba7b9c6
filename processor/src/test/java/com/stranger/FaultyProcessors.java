package com.stranger;

import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRequest;

/** Processor halves with faults. */
public final class FaultyProcessors {

  private FaultyProcessors() {}

  /** Throws. */
  public static final class OfThrowing implements LayerProcessor {

    @Override
    public String annotation() {
      return "com.stranger.Throwing";
    }

    @Override
    public LayerInference plan(LayerRequest request) {
      throw new IllegalStateException("out of luck");
    }
  }

  /** Uses the kernel of a layer that there is not. */
  public static final class OfConfused implements LayerProcessor {

    @Override
    public String annotation() {
      return "com.stranger.Confused";
    }

    @Override
    public LayerInference plan(LayerRequest request) {
      return LayerPlan.of("com.stranger.StridedKernel", request.input())
          .kernelOf("nowhere")
          .build();
    }
  }

  /** Names a class that is not on the class path. */
  public static final class OfKernelless implements LayerProcessor {

    @Override
    public String annotation() {
      return "com.stranger.Kernelless";
    }

    @Override
    public LayerInference plan(LayerRequest request) {
      return LayerPlan.of("com.stranger.NoSuchKernel", request.input()).build();
    }
  }

  /** One of two for the same annotation. */
  public static class OfTwice implements LayerProcessor {

    @Override
    public String annotation() {
      return "com.stranger.Twice";
    }

    @Override
    public LayerInference plan(LayerRequest request) {
      throw new AssertionError("asked although there are two");
    }
  }

  /** The other. */
  public static final class AlsoOfTwice extends OfTwice {}
}
