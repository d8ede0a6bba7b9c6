package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;

/** Recognises a table that was read with another separator than its own: it has one column. */
final class Separators {

  private final String file;
  private final char separator;

  Separators(String file, char separator) {
    this.file = file;
    this.separator = separator;
  }

  /**
   * Refuses a table of one column if its name or its field has what usually separates fields.
   *
   * @throws DataException that says which
   */
  void suspect(long line, String name, String field) {
    for (String text : new String[] {name, field}) {
      for (char each : new char[] {';', '\t', '|'}) {
        if (each != separator && text.indexOf(each) >= 0) {
          String literal = each == '\t' ? "'\\t'" : "'" + each + "'";
          throw new DataException(
              Message.CSV_SEPARATOR, file, line, Source.excerpt(text), literal, literal);
        }
      }
    }
  }
}
