package io.venturi.report;

import java.util.Base64;

/** Text as XML has it, since a page that an XML parser reads is sound for all others too. */
final class Html {

  private static final int REPLACEMENT = 0xfffd;

  private Html() {}

  /** The text for elements and attributes; what XML cannot say is shown as the character for it. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(code -> append(escaped, code));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int code) {
    switch (code) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(isAllowed(code) ? code : REPLACEMENT);
    }
  }

  private static boolean isAllowed(int code) {
    return code == '\t'
        || code == '\n'
        || (code >= 0x20 && code < 0x7f)
        || (code >= 0xa0 && code < 0xd800)
        || (code > 0xdfff && code < 0xfffe)
        || (code >= 0x10000 && (code & 0xfffe) != 0xfffe);
  }

  /** A picture as an address that needs no other file. */
  static String dataUri(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}
