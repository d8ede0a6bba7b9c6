package io.venturi.processor.spi;

/**
 * An encoder layer whose mirror image in the decoder is asked for.
 *
 * @param layer the name of the encoder layer
 * @param annotation the encoder layer's annotation
 * @param input what enters the mirror: the shape that leaves the encoder layer
 * @param output what must leave the mirror: the shape that enters the encoder layer
 * @param activation the binary name of the mirror's activation
 * @param tied whether the mirror shares the encoder layer's weights
 * @param numbersPerUnit how many numbers the encoder layer makes for each unit; the mirror reads
 *     units
 */
public record MirrorRequest(
    String layer,
    AnnotationValues annotation,
    Shape input,
    Shape output,
    String activation,
    boolean tied,
    int numbersPerUnit) {}
