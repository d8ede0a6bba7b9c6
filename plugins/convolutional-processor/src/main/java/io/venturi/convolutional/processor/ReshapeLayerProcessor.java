package io.venturi.convolutional.processor;

import com.google.auto.service.AutoService;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerProblem;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRefusal;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.MirrorRequest;
import io.venturi.processor.spi.Shape;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The processor half of {@code @Reshape}. */
@AutoService(LayerProcessor.class)
public final class ReshapeLayerProcessor implements LayerProcessor {

  private static final String SHAPE = "shape";

  /** As in model files. */
  private static final int MOST_SIZES = 8;

  @Override
  public String annotation() {
    return ImageLayerProcessor.PACKAGE + "Reshape";
  }

  @Override
  public String activation(AnnotationValues values) {
    return values.className("activation").orElse("io.venturi.kernel.Linear");
  }

  @Override
  public Optional<String> widthMember(AnnotationValues values) {
    return Optional.of(SHAPE);
  }

  @Override
  public List<LayerProblem> check(AnnotationValues values, boolean isLast) {
    int count = values.intValues(SHAPE).size();
    if (count < 1 || count > MOST_SIZES) {
      return List.of(
          LayerProblem.of(
              SHAPE, "has " + count + " sizes", "Give {height, width, channels} or {features}."));
    }
    return List.of();
  }

  @Override
  public Optional<Shape> output(AnnotationValues values) {
    List<Integer> sizes = values.intValues(SHAPE);
    return product(sizes).bitLength() < Integer.SIZE ? Optional.of(shape(sizes)) : Optional.empty();
  }

  @Override
  public LayerInference plan(LayerRequest request) {
    List<Integer> sizes = request.annotation().intValues(SHAPE);
    if (request.input().width().isEmpty()) {
      return LayerRefusal.of(
          new LayerProblem(
              Optional.empty(),
              "makes a shape of known size, but the data says how wide a row is",
              "Give the network's input a size, or reshape behind a @Dense with units."));
    }
    int inputs = request.input().width().getAsInt();
    BigInteger values = product(sizes);
    return values.equals(BigInteger.valueOf(inputs))
        ? Reshaping.to(shape(sizes))
        : LayerRefusal.of(otherSize(request.input(), inputs, sizes, values));
  }

  private static LayerProblem otherSize(
      Shape input, int inputs, List<Integer> sizes, BigInteger values) {
    String shape = sizes.stream().map(String::valueOf).reduce((a, b) -> a + "×" + b).orElse("");
    String entering = input.dims().size() == 1 ? "" + inputs : input + " = " + inputs;
    return LayerProblem.of(
        SHAPE,
        "makes %s = %s values of %s".formatted(shape, values, entering),
        "Use sizes whose product is %d%s.".formatted(inputs, suggestion(inputs, sizes)));
  }

  /** The same but for the last size, if there is one that fits. */
  private static String suggestion(int inputs, List<Integer> sizes) {
    BigInteger others = product(sizes.subList(0, sizes.size() - 1));
    BigInteger[] last = BigInteger.valueOf(inputs).divideAndRemainder(others);
    if (sizes.size() < 2 || last[1].signum() != 0) {
      return "";
    }
    StringBuilder text = new StringBuilder(", such as {");
    sizes.subList(0, sizes.size() - 1).forEach(size -> text.append(size).append(", "));
    return text.append(last[0]).append("}").toString();
  }

  private static BigInteger product(List<Integer> sizes) {
    return sizes.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
  }

  private static Shape shape(List<Integer> sizes) {
    return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public LayerInference mirror(MirrorRequest request) {
    return Reshaping.to(request.output());
  }
}
