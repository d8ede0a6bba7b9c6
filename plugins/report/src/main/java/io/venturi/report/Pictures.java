package io.venturi.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The PNG files beside a report, numbered as they come. The page has a list of them, so that the
 * next page of that name takes away those that it does not have: no other file is touched, whatever
 * its name.
 */
final class Pictures {

  private static final int LETTERS = 40;

  /** What of a name follows the page's. */
  private static final Pattern NAME = Pattern.compile("-\\d{2,}[a-z0-9-]*\\.png");

  private static final String LIST = "<meta name=\"pictures\" content=\"%s\"/>";
  private static final Pattern WRITTEN_LIST = Pattern.compile(LIST.formatted("([a-z0-9 .-]*)"));

  /** The list is in the first lines of a page. */
  private static final int HEAD = 1 << 16;

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

  /** An element of the page's head, by which {@link #stale} knows them. */
  String list() {
    return LIST.formatted(
        files.keySet().stream()
            .map(file -> file.substring(stem.length()))
            .collect(Collectors.joining(" ")));
  }

  /** Pictures of the page that is there now which are not among these. */
  Set<String> stale(Path page) {
    Set<String> stale = new LinkedHashSet<>();
    Matcher list = WRITTEN_LIST.matcher(head(page));
    if (list.find()) {
      for (String end : list.group(1).split(" ", -1)) {
        if (NAME.matcher(end).matches() && !files.containsKey(stem + end)) {
          stale.add(stem + end);
        }
      }
    }
    return stale;
  }

  private static String head(Path page) {
    try (InputStream in = Files.newInputStream(page)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // There is none, or none that can be read.
    }
  }

  static void delete(Path page, Set<String> pictures) {
    for (String picture : pictures) {
      try {
        Files.deleteIfExists(page.resolveSibling(picture));
      } catch (IOException e) {
        // The report is written: a left-over picture is no reason to fail.
      }
    }
  }

  Map<String, byte[]> files() {
    return Collections.unmodifiableMap(files);
  }
}
