package io.venturi.processor.internal.emit;

import java.util.regex.Pattern;

/**
 * What JavaPoet cannot lay out as a person would. Every rule looks at line breaks, which no literal
 * contains.
 */
final class Layout {

  private static final Pattern TRAILING_SPACE = Pattern.compile(" +\n");
  private static final Pattern EMPTY_BODY = Pattern.compile("\\{\n *}");
  private static final Pattern SHORT_JAVADOC = Pattern.compile("/\\*\\*\n *\\* (.{1,90})\n *\\*/");
  private static final Pattern BLANK_BETWEEN_FIELDS =
      Pattern.compile("(?m)^( +(?:private )?final [^{}]*?;\n)\n(?= +(?:private )?final )");
  private static final Pattern HEADER =
      Pattern.compile("(final class \\w+_Network)( implements .* \\{\n)");

  private Layout() {}

  static String of(String source) {
    String text = TRAILING_SPACE.matcher(source).replaceAll("\n");
    text = EMPTY_BODY.matcher(text).replaceAll("{}");
    text = SHORT_JAVADOC.matcher(text).replaceAll("/** $1 */");
    text = BLANK_BETWEEN_FIELDS.matcher(text).replaceAll("$1");
    return HEADER.matcher(text).replaceFirst("$1\n   $2\n");
  }
}
