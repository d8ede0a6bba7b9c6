package io.venturi.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a process of a contender leaves behind.
 *
 * @param check what {@code Contestant.check} gave
 * @param figure in the unit of the work
 * @param libraries the libraries for matrix products that it really mapped
 */
record Outcome(double check, double figure, String libraries) {

  void write(Path file) throws IOException {
    Properties values = new Properties();
    values.setProperty("check", Double.toString(check));
    values.setProperty("figure", Double.toString(figure));
    values.setProperty("libraries", libraries);
    try (OutputStream out = Files.newOutputStream(file)) {
      values.store(out, null);
    }
  }

  static Outcome read(Path file) throws IOException {
    Properties values = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      values.load(in);
    }
    return new Outcome(
        Double.parseDouble(values.getProperty("check")),
        Double.parseDouble(values.getProperty("figure")),
        values.getProperty("libraries"));
  }
}
