package app.vouch.incentive.payee;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text in the characters that every bank takes: the Latin set of SWIFT and SEPA, which is {@code
 * a-z A-Z 0-9 / - ? : ( ) . , ' +} and the blank.
 */
public final class LatinText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
  private static final String TAKEN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ";

  /** Letters that are no letter with a mark, and signs that have a usual replacement. */
  private static final Map<Integer, String> OTHERS =
      Map.ofEntries(
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'ẞ', "SS"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'Ð', "D"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'Þ', "Th"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'Ħ', "H"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'ŋ', "n"),
          Map.entry((int) '&', "+"),
          Map.entry((int) '_', "-"),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '`', "'"),
          Map.entry((int) '"', "'"),
          Map.entry((int) '€', "EUR"));

  /**
   * The text with every other character replaced: accents fall, {@code ß} becomes {@code ss}, what
   * has no likeness becomes a full stop.
   *
   * @param longest how many characters are kept
   */
  public static String of(String text, int longest) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder latin = new StringBuilder();
    BLANKS
        .matcher(plain)
        .replaceAll(" ")
        .strip()
        .codePoints()
        .forEach(
            c -> {
              if (c < 128 && TAKEN.indexOf(c) >= 0) {
                latin.append((char) c);
              } else {
                latin.append(OTHERS.getOrDefault(c, "."));
              }
            });
    return latin.substring(0, Math.min(longest, latin.length())).strip();
  }

  static boolean hasLetter(String text) {
    return LETTER.matcher(of(text, text.length())).find();
  }

  private LatinText() {}
}
