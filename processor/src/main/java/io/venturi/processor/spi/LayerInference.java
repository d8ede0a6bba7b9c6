package io.venturi.processor.spi;

/** What a {@link LayerProcessor} finds: how to build the layer, or why that is not possible. */
public sealed interface LayerInference permits LayerPlan, LayerRefusal {}
