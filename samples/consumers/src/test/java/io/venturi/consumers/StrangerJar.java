package io.venturi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A jar with another plugin, of one class. */
final class StrangerJar {

  private static final String SERVICE = "META-INF/services/io.venturi.spi.VenturiPlugin";

  private StrangerJar() {}

  /**
   * Makes {@code name.jar} in this folder.
   *
   * @param listed the class that the jar says is a plugin, in package {@code com.other}
   * @param body of the class {@code com.other.Other}, which is a plugin
   */
  static Path make(Path folder, String name, String listed, String body) throws IOException {
    Path classes = Files.createDirectory(folder.resolve(name));
    compile(
        classes,
        """
        package com.other;
        import com.example.extras.*;
        import io.venturi.spi.*;
        public final class Other implements VenturiPlugin {
          %s
        }
        """
            .formatted(body));
    Path jar = folder.resolve(name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
      out.putNextEntry(new JarEntry(SERVICE));
      out.write(("com.other." + listed + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return jar.toAbsolutePath();
  }

  private static void compile(Path classes, String source) {
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///com/other/Other.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "-proc:none", "-classpath", Built.classPath(Built.plugin()), "-d", classes.toString());
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, options, null, List.of(file))
                .call())
        .isTrue();
  }
}
