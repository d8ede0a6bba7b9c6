package io.venturi.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Markdown file with parts that are written anew, each between two markers. */
final class ResultsFile {

  private ResultsFile() {}

  /** Puts a part into a file, in place of what is between its markers, or at the end. */
  static void replace(Path file, String name, String body) throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : "";
    Files.writeString(file, replace(text, name, body));
  }

  /**
   * The same of a text.
   *
   * @throws IllegalArgumentException if only one of the markers is there
   */
  static String replace(String text, String name, String body) {
    String begin = "<!-- peers " + name + " -->";
    String end = "<!-- end of peers " + name + " -->";
    String part = begin + "\n" + body.strip() + "\n" + end;
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 && to < 0) {
      return text.isEmpty() ? part + "\n" : text.stripTrailing() + "\n\n" + part + "\n";
    }
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "of the markers " + begin + " and " + end + " one is missing");
    }
    return text.substring(0, from) + part + text.substring(to + end.length());
  }
}
