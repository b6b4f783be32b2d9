package app.vouch.shared;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values as RFC 4180 says, for spreadsheets: a text that one would take for a
 * formula gets an apostrophe in front; a plain number is left alone.
 */
public final class Csv {
  public static final String MEDIA_TYPE = "text/csv";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern FORMULA =
      Pattern.compile("\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
  private static final String STARTS_CELL = "\t\r\n";
  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

  /** A record with its line end. */
  public static String line(Collection<String> fields) {
    return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String field(String text) {
    String safe = isFormula(text) ? "'" + text : text;
    return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty()
        && !NUMBER.matcher(text).matches()
        && (STARTS_CELL.indexOf(text.charAt(0)) >= 0 || FORMULA.matcher(text).matches());
  }

  private Csv() {}
}
