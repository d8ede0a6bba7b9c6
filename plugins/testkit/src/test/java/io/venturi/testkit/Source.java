package io.venturi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.processor.NetworkProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A small spec of parts that are named in a test, compiled there: the processor half of a test's
 * layer is not on the processor path when the tests themselves are compiled.
 */
final class Source {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private String annotations = "@AnyLoss";
  private String first = "@Dense(units = 6, activation = Tanh.class)";
  private String output = "Sigmoid";

  /** Annotations of the spec, instead of {@code @AnyLoss}. */
  Source annotations(String text) {
    annotations = text;
    return this;
  }

  /** The first layer, of six outputs, instead of a dense one. */
  Source first(String text) {
    first = text;
    return this;
  }

  /** The activation of the last layer, instead of the sigmoid. */
  Source output(String activation) {
    output = activation;
    return this;
  }

  /** Compiles the spec and loads it. */
  Class<?> compile(Path folder) throws IOException, ClassNotFoundException {
    String name = "Spec" + NUMBER.incrementAndGet();
    String text =
        """
        package com.example;
        import io.venturi.annotation.*;
        import io.venturi.kernel.*;
        import io.venturi.testkit.*;
        @Autoencoder(input = 7)
        %s
        public interface %s {
          @Encoder %s Layer first();
          @Bottleneck @Dense(units = 3, activation = Sigmoid.class) Layer code();
          @Decoder @Dense(units = 5, activation = Tanh.class) Layer second();
          @Decoder @Dense(units = 7, activation = %s.class) Layer last();
        }
        """
            .formatted(annotations, name, first, output);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            null,
            found,
            List.of("-classpath", System.getProperty("java.class.path"), "-d", folder.toString()),
            null,
            List.of(file(name, text)));
    task.setProcessors(List.of(new NetworkProcessor()));
    task.call();
    assertThat(found.getDiagnostics())
        .filteredOn(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .isEmpty();
    return Class.forName("com.example." + name, true, loader(folder));
  }

  /** Stays open: a network's classes are loaded when they are asked for. */
  private static ClassLoader loader(Path folder) throws MalformedURLException {
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Source.class.getClassLoader());
  }

  private static JavaFileObject file(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///com/example/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
