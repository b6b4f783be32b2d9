package app.vouch.platform.graphql;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;

/**
 * Bounds the text of a document before anything parses it, in one pass: its length, its tokens, how
 * deep its brackets go, and the digits of its numbers, since a few characters can name a number
 * that takes minutes to compute.
 */
final class QueryText {
  static final int MAX_LENGTH = 30_000;
  static final int MAX_TOKENS = 3_000;
  private static final int MAX_NESTING = 50;
  private static final int MAX_NUMBER = 40;
  private static final String BLOCK = "\"\"\"";

  private final String text;
  private int at;
  private int tokens;
  private int nesting;

  private QueryText(String text) {
    this.text = text;
  }

  /**
   * @throws Refusal.Rule {@code query-too-expensive} when a bound is passed
   * @throws Refusal.Invalid when a number is too long
   */
  static void check(String query) {
    if (query.length() > MAX_LENGTH) {
      throw tooMuch("%d characters, at most %d".formatted(query.length(), MAX_LENGTH));
    }
    new QueryText(query).scan();
  }

  private void scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        skipComment();
      } else if (Character.isWhitespace(c) || c == ',' || c == '\uFEFF') {
        at++;
      } else {
        count();
        token(c);
      }
    }
  }

  private void count() {
    tokens++;
    if (tokens > MAX_TOKENS) {
      throw tooMuch("more than %d tokens".formatted(MAX_TOKENS));
    }
  }

  private void token(char c) {
    if (c == '"') {
      skipString();
    } else if (isDigit(c) || c == '-') {
      skipNumber();
    } else if (isName(c)) {
      while (at < text.length() && isName(text.charAt(at))) {
        at++;
      }
    } else {
      bracket(c);
      at++;
    }
  }

  private void bracket(char c) {
    if (c == '{' || c == '(' || c == '[') {
      nesting++;
    } else if (c == '}' || c == ')' || c == ']') {
      nesting--;
    }
    if (nesting > MAX_NESTING) {
      throw tooMuch("brackets nested deeper than %d".formatted(MAX_NESTING));
    }
  }

  private void skipComment() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
  }

  private void skipString() {
    if (text.startsWith(BLOCK, at)) {
      at += BLOCK.length();
      while (at < text.length() && !text.startsWith(BLOCK, at)) {
        at += text.startsWith("\\" + BLOCK, at) ? BLOCK.length() + 1 : 1;
      }
      at += BLOCK.length();
      return;
    }
    at++;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipNumber() {
    int start = at;
    at++;
    while (at < text.length() && isNumber(text.charAt(at))) {
      at++;
    }
    String number = text.substring(start, at);
    if (number.length() > MAX_NUMBER || Numbers.isHuge(number)) {
      throw new Refusal.Invalid("/query", "number-out-of-bounds", Numbers.BOUNDS);
    }
  }

  private static boolean isNumber(char c) {
    return isDigit(c) || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isName(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || isDigit(c);
  }

  private static Refusal tooMuch(String what) {
    return new Refusal.Rule(
        ProblemType.QUERY_TOO_EXPENSIVE, "The query has %s; ask for less".formatted(what));
  }
}
