package io.venturi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.spi.VenturiPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plugin as someone else's jar would have it: compiled here, into a folder of its own. */
final class TestPlugin {

  private final Path folder;
  private final Map<String, String> sources = new LinkedHashMap<>();

  private TestPlugin(Path folder) {
    this.folder = folder;
  }

  /** A plugin that will be in this folder. */
  static TestPlugin in(Path folder) {
    return new TestPlugin(folder);
  }

  /** A class, in the package {@code com.stranger}. */
  TestPlugin source(String name, String text) {
    sources.put(
        name,
        """
        package com.stranger;
        import io.venturi.kernel.*;
        import io.venturi.spi.*;
        import io.venturi.testing.*;
        """
            + text);
    return this;
  }

  /** A plugin class with this method body for {@code contribute}. */
  TestPlugin plugin(String name, String contribute) {
    return source(
        name,
        """
        public final class %s implements VenturiPlugin {
          public int apiVersion() { return API_VERSION; }
          public void contribute(PluginBinder binder) { %s }
        }
        """
            .formatted(name, contribute));
  }

  /** A factory of the tests' squared loss. */
  TestPlugin factory(String name) {
    return source(
        name,
        """
        public final class %s implements LossFactory<Squared> {
          public Loss create(Squared annotation, SpecContext context) { return new SquaredLoss(); }
        }
        """
            .formatted(name));
  }

  /** Compiles the classes and lists these as plugins. */
  Path compile(String... listed) {
    try {
      Files.createDirectories(folder.resolve("META-INF/services"));
      Files.write(
          folder.resolve("META-INF/services").resolve(VenturiPlugin.class.getName()),
          List.of(listed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!sources.isEmpty()) {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      List<? extends JavaFileObject> files =
          sources.entrySet().stream().map(each -> file(each.getKey(), each.getValue())).toList();
      List<String> options = List.of("-proc:none", "-d", folder.toString());
      assertThat(compiler.getTask(null, null, null, options, null, files).call()).isTrue();
    }
    return folder;
  }

  private static SimpleJavaFileObject file(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///com/stranger/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** Deletes a compiled class, as if its jar were not there. */
  static void delete(Path folder, String name) {
    try {
      Files.delete(folder.resolve("com/stranger").resolve(name + ".class"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A loader that sees core and these plugins. */
  static URLClassLoader loader(Path... folders) {
    return new URLClassLoader(urls(folders), TestPlugin.class.getClassLoader());
  }

  /** A loader that sees no plugin at all, not even core's own. */
  static ClassLoader blind() {
    return new ClassLoader(TestPlugin.class.getClassLoader()) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return name.startsWith("META-INF/services/io.venturi")
            ? Collections.emptyEnumeration()
            : super.getResources(name);
      }
    };
  }

  /** The folder as messages name it. */
  static String location(Path folder) {
    return urls(folder)[0].toString();
  }

  private static URL[] urls(Path... folders) {
    return Arrays.stream(folders)
        .map(
            folder -> {
              try {
                return folder.toUri().toURL();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toArray(URL[]::new);
  }
}
