package io.venturi.processor.spi;

/**
 * A layer whose plan is asked for.
 *
 * @param name the layer's name
 * @param annotation the layer's annotation, all its values within their {@code @Range}
 * @param input the shape of one row that enters; in a spec that leaves its width to the data, one
 *     size that may have no number: a layer that needs one refuses
 * @param networkInput the shape of one row that enters the network
 * @param isLast whether this is the decoder's last layer, whose output is as wide as {@code
 *     networkInput}
 * @param numbersPerUnit how many numbers to make for each unit: more than 1 for a bottleneck of
 *     which a type wants a mean and a variance, say. The layer's output is then flat and so many
 *     times as wide, all numbers of the first kind first; a layer that cannot do so may plan as
 *     ever, and the compiler will say so
 */
public record LayerRequest(
    String name,
    AnnotationValues annotation,
    Shape input,
    Shape networkInput,
    boolean isLast,
    int numbersPerUnit) {

  /** The same request for so many numbers a unit. */
  public LayerRequest withNumbersPerUnit(int numbers) {
    return new LayerRequest(name, annotation, input, networkInput, isLast, numbers);
  }

  /** A share of the network's input width: a number where the spec fixes that one. */
  public Dim share(double fraction) {
    Dim share = new Dim.OfInput(fraction);
    return networkInput.width().isPresent()
        ? Dim.of(share.in(networkInput.width().getAsInt()))
        : share;
  }
}
