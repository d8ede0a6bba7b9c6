package io.venturi.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingFormatArgumentException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTest {

  private static final Pattern PLACE = Pattern.compile("%(08x|[sd])");

  private static List<Object> facts(String template) {
    List<Object> facts = new ArrayList<>();
    Matcher places = PLACE.matcher(template);
    while (places.find()) {
      facts.add(places.group(1).equals("s") ? "fact" + facts.size() : facts.size());
    }
    return facts;
  }

  @ParameterizedTest
  @EnumSource
  void fillsInItsFacts(Message message) {
    String template = message.template();
    List<Object> facts = facts(template);
    assertThat(facts).isNotEmpty();
    String text = message.with(facts.toArray());
    assertThat(text)
        .startsWith("[" + message.id() + "] ")
        .doesNotContain("%")
        .matches("(?s).*[.?]");
    assertThat(text.charAt(text.indexOf(' ') + 1)).isNotEqualTo(' ');
    assertThat(text).doesNotContain("  ");
    for (Object fact : facts) {
      assertThat(text)
          .contains(fact instanceof String name ? name : Integer.toHexString((int) fact));
    }
    Object[] tooFew = facts.subList(0, facts.size() - 1).toArray();
    assertThatThrownBy(() -> message.with(tooFew))
        .isInstanceOf(MissingFormatArgumentException.class);
  }

  /** Every message says what to do: behind a colon or in a second sentence. */
  @ParameterizedTest
  @EnumSource
  void saysWhatToDo(Message message) {
    assertThat(message.template()).containsPattern("(: |\\. |; |, but must be )");
  }

  @Test
  void idsAreUniqueAndInOrder() {
    List<String> ids = Arrays.stream(Message.values()).map(Message::id).toList();
    assertThat(ids)
        .doesNotHaveDuplicates()
        .isSorted()
        .allMatch(id -> id.matches("AE-(012|021|[23]\\d\\d)"));
  }

  @Test
  void numbersDoNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(Message.NO_VALUES.with("x")).contains("x");
      assertThat(Message.IDX_HEADER.with("f", 1234567, 16)).contains("1234567");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void exceptionsCarryTheirMessageAndCause() {
    Exception cause = new Exception("why");
    VenturiException e = new DataException(cause, Message.NO_ROWS, "the data");
    assertThat(e)
        .hasMessage("[AE-200] the data has no rows: give it at least one.")
        .hasCause(cause);
    assertThat(e.kind()).isEqualTo(Message.NO_ROWS);
    assertThat(new TrainingException(Message.NO_ROWS, "x")).hasNoCause();
  }
}
