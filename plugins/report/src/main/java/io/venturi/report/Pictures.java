package io.venturi.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The PNG files beside a report, numbered as they come. */
final class Pictures {

  private static final int LETTERS = 40;

  private final String stem;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /**
   * @param stem how all names begin
   */
  Pictures(String stem) {
    this.stem = stem;
  }

  /** Keeps a picture under a name made of its title. */
  void add(String title, byte[] png) {
    String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String name = String.format(Locale.ROOT, "%s-%02d-%s", stem, files.size() + 1, words);
    int end = Math.min(name.length(), stem.length() + LETTERS);
    files.put(name.substring(0, end).replaceAll("-+$", "") + ".png", png);
  }

  Map<String, byte[]> files() {
    return Collections.unmodifiableMap(files);
  }
}
