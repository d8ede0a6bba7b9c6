package io.venturi.processor.spi;

/**
 * A layer whose plan is asked for.
 *
 * @param name the layer's name
 * @param annotation the layer's annotation, all its values within their {@code @Range}
 * @param input the shape of one row that enters
 */
public record LayerRequest(String name, AnnotationValues annotation, Shape input) {}
