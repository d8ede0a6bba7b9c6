package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What an NPY header says.
 *
 * @param shape as written: any length up to 32, no size negative
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record NpyHeader(NpyType type, ByteOrder order, boolean fortranOrder, long[] shape) {

  /** The shape as Python writes it, such as (60000, 784). */
  String shapeText() {
    return text(shape);
  }

  private static String text(long[] shape) {
    return LongStream.of(shape)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", "(", shape.length == 1 ? ",)" : ")"));
  }

  /**
   * Reads the text of a header, a Python dictionary of three entries in any order.
   *
   * @param start at which byte of the array it starts
   */
  static NpyHeader parse(String text, int start, String name) {
    return new Parser(text, start, name).parse();
  }

  /** Understands the few Python literals that a header may have, and nothing else. */
  private static final class Parser {

    /** What NumPy itself allows. */
    private static final int MOST_DIMENSIONS = 32;

    private final String text;
    private final int start;
    private final String name;
    private int position;

    private @Nullable String descr;
    private @Nullable Boolean fortranOrder;
    private long @Nullable [] shape;

    Parser(String text, int start, String name) {
      this.text = text;
      this.start = start;
      this.name = name;
    }

    NpyHeader parse() {
      expect('{');
      while (!skip('}')) {
        entry();
        if (!skip(',')) {
          expect('}');
          break;
        }
      }
      skipSpace();
      if (position < text.length()) {
        throw fault("text follows the header's dictionary");
      }
      if (descr == null || fortranOrder == null || shape == null) {
        throw fault("the header lacks one of descr, fortran_order and shape");
      }
      return ofType(descr, fortranOrder, shape);
    }

    private NpyHeader ofType(String typeName, boolean fortran, long[] sizes) {
      char order = typeName.isEmpty() ? ' ' : typeName.charAt(0);
      NpyType type = order == ' ' ? null : NpyType.of(typeName.substring(1));
      boolean ordered = order == '<' || order == '>';
      if (type == null || !(ordered || (order == '|' && type.size() == 1))) {
        throw new DataException(Message.NPY_TYPE, name, Source.excerpt(typeName));
      }
      return new NpyHeader(
          type, order == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, fortran, sizes);
    }

    private void entry() {
      String key = string();
      expect(':');
      boolean twice;
      switch (key) {
        case "descr" -> {
          twice = descr != null;
          descr = type();
        }
        case "fortran_order" -> {
          twice = fortranOrder != null;
          fortranOrder = truth();
        }
        case "shape" -> {
          twice = shape != null;
          shape = tuple();
        }
        default -> throw fault("the header has an unknown entry, " + Source.excerpt(key));
      }
      if (twice) {
        throw fault("the header has " + key + " twice");
      }
    }

    private String type() {
      skipSpace();
      if (position < text.length() && "[(".indexOf(text.charAt(position)) >= 0) {
        throw new DataException(Message.NPY_TYPE, name, "with several fields");
      }
      return string();
    }

    private String string() {
      skipSpace();
      char quote = position < text.length() ? text.charAt(position) : ' ';
      int end = quote == '\'' || quote == '"' ? text.indexOf(quote, position + 1) : -1;
      if (end < 0) {
        throw fault("text in quotes was expected");
      }
      String value = text.substring(position + 1, end);
      position = end + 1;
      return value;
    }

    private boolean truth() {
      skipSpace();
      for (boolean value : new boolean[] {false, true}) {
        String word = value ? "True" : "False";
        if (text.startsWith(word, position)) {
          position += word.length();
          return value;
        }
      }
      throw fault("True or False was expected");
    }

    private long[] tuple() {
      long[] sizes = new long[MOST_DIMENSIONS];
      int count = 0;
      expect('(');
      while (!skip(')')) {
        if (count == MOST_DIMENSIONS) {
          throw fault("the shape has more than " + MOST_DIMENSIONS + " dimensions");
        }
        sizes[count++] = size();
        if (!skip(',')) {
          expect(')');
          break;
        }
      }
      return Arrays.copyOf(sizes, count);
    }

    private long size() {
      skipSpace();
      int first = position;
      while (position < text.length()
          && text.charAt(position) >= '0'
          && text.charAt(position) <= '9') {
        position++;
      }
      String digits = text.substring(first, position);
      skip('L'); // Python 2 wrote its long integers so.
      try {
        return Long.parseLong(digits);
      } catch (NumberFormatException e) {
        position = first;
        throw fault("a size was expected, a whole number from 0 to " + Long.MAX_VALUE);
      }
    }

    private void expect(char wanted) {
      if (!skip(wanted)) {
        throw fault(wanted + " was expected");
      }
    }

    private boolean skip(char wanted) {
      skipSpace();
      boolean found = position < text.length() && text.charAt(position) == wanted;
      position += found ? 1 : 0;
      return found;
    }

    private void skipSpace() {
      while (position < text.length() && " \n\t".indexOf(text.charAt(position)) >= 0) {
        position++;
      }
    }

    private DataException fault(String what) {
      return new DataException(Message.NPY_DAMAGED, name, start + position, what);
    }
  }
}
