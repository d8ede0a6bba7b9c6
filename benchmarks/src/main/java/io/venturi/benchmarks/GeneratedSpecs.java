package io.venturi.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Sources of specs of every kind, no two alike. */
final class GeneratedSpecs {

  private static final String IMPORTS =
      """
      package com.example;

      import io.venturi.annotation.*;
      import io.venturi.kernel.*;
      import io.venturi.losses.*;

      """;

  /** In turn. {@code %1$d} is the spec's number, {@code %2$d} its input, {@code %3$d} its code. */
  private static final List<String> KINDS =
      List.of(
          """
          @Autoencoder(input = %2$d)
          @MeanSquaredError
          public interface Spec%1$d {
            @Encoder    @Dense(units = 256, activation = Relu.class)    Layer wide();
            @Encoder    @Dense(units = 128, activation = Relu.class)    Layer narrow();
            @Bottleneck @Dense(units = %3$d)                            Layer code();
            @Decoder    @Dense(units = 128, activation = Relu.class)    Layer widen();
            @Decoder    @Dense(units = 256, activation = Relu.class)    Layer wider();
            @Decoder    @Dense(units = %2$d, activation = Sigmoid.class) Layer pixels();
          }
          """,
          """
          @Autoencoder(input = %2$d, decoder = @Mirrored(output = Sigmoid.class))
          @BinaryCrossEntropy
          public interface Spec%1$d {
            @Encoder    @Dense(units = 200, activation = Tanh.class) Layer wide();
            @Encoder    @Dense(units = 100, activation = Tanh.class) Layer narrow();
            @Bottleneck @Dense(units = %3$d)                         Layer code();
          }
          """,
          """
          @Autoencoder(input = %2$d, decoder = @Mirrored(output = Linear.class, tied = true))
          @MeanSquaredError
          public interface Spec%1$d {
            @Encoder    @Dense(units = 150, initializer = HeNormal.class) Layer wide();
            @Bottleneck @Dense(units = %3$d)                              Layer code();
          }
          """,
          """
          @Autoencoder(input = {%2$d, 2, 1})
          @MeanSquaredError
          public abstract class Spec%1$d {
            @Encoder    @Dense(units = 120, activation = Relu.class) abstract Layer narrow();
            @Bottleneck @Dense(units = %3$d)                         abstract Layer code();
            @Decoder    @Dense(share = 0.5, activation = Relu.class) abstract Layer widen();
            @Decoder    @Dense                                       abstract Layer rebuilt();
          }
          """,
          """
          public final class Spec%1$d {
            interface Base<T> {
              @Encoder @Dense(units = 90, activation = Swish.class) T narrow();
            }

            @Autoencoder(input = %2$d, decoder = @Mirrored(output = Sigmoid.class))
            @MeanSquaredError
            interface Nested extends Base<Layer> {
              @Bottleneck @Dense(units = %3$d) Layer code();
            }
          }
          """,
          """
          @Autoencoder(input = Autoencoder.FROM_DATA)
          @MeanSquaredError
          public interface Spec%1$d {
            @Encoder    @Dense(share = 0.5, activation = Gelu.class) Layer half();
            @Bottleneck @Dense(units = %3$d)                         Layer code();
            @Decoder    @Dense(share = 0.5, activation = Gelu.class) Layer widen();
            @Decoder    @Dense                                       Layer rebuilt();
          }
          """);

  private GeneratedSpecs() {}

  /** So many files with one spec each. */
  static List<JavaFileObject> of(int count) {
    return IntStream.range(0, count).mapToObj(GeneratedSpecs::source).toList();
  }

  private static JavaFileObject source(int number) {
    String kind = KINDS.get(number % KINDS.size());
    String text = IMPORTS + kind.formatted(number, 300 + number, 2 + number % 30);
    URI uri = URI.create("string:///com/example/Spec" + number + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
