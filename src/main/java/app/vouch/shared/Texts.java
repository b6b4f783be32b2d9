package app.vouch.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain text as people type it, made fit to compare or to show. */
public final class Texts {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int EXCERPT = 80;

  /** The key under which people search a name: NFKC, lower case, accents folded, single blanks. */
  public static String nameKey(String name) {
    String folded = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String lower =
        Normalizer.normalize(folded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    return BLANKS.matcher(lower).replaceAll(" ");
  }

  /** A short, printable piece of what a caller sent, for messages. */
  public static String excerpt(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    String printable = text.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= EXCERPT ? printable : printable.substring(0, EXCERPT) + "…";
  }

  /** ISO 3166-1, two capital letters. */
  public static final String COUNTRY = "[A-Z]{2}";

  /** A pattern, written so that other languages read it alike. */
  public static final String NOT_BLANK = "[\\s\\S]*\\S[\\s\\S]*";

  public static final String STORABLE = "must hold neither NUL nor half a character";

  /** Whether a text can be kept as it is: no NUL, no half of a character. */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !pair)) {
        return false;
      }
      i += pair ? 1 : 0;
    }
    return true;
  }

  private Texts() {}
}
