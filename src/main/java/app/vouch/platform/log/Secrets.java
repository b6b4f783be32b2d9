package app.vouch.platform.log;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a secret looks like in a text: links, keys, signing secrets, tokens of bearers. */
final class Secrets {
  private static final Pattern FURTHER_LINE = Pattern.compile("\\R[ ]*");
  private static final Pattern SECRET =
      Pattern.compile(
          """
          (?x)
          (?<start> /[fisuw]/ )        [A-Za-z0-9_-]{16,}
          | (?<key> vk_(?:live|test)_[0-9a-f]{6} ) [0-9a-f]+
          | (?<webhook> whsec_ )    [A-Za-z0-9+/=]+
          | (?i:(?<mail> smtps?:// ))  [^\\s"']+@
          | (?i:(?<bearer> bearer\\s+ )) [^\\s,;"'\\]}]+
          """);

  /**
   * The text with stars instead of each secret. Further lines are indented, so that none that
   * somebody sent looks like a line of the log.
   */
  static String mask(String text) {
    String masked =
        SECRET.matcher(text).replaceAll(found -> Matcher.quoteReplacement(kept(found) + "***"));
    return masked.indexOf('\n') < 0 && masked.indexOf('\r') < 0
        ? masked
        : FURTHER_LINE.matcher(masked).replaceAll("\n  ");
  }

  private static String kept(MatchResult found) {
    for (String group : new String[] {"start", "key", "webhook", "mail", "bearer"}) {
      if (found.group(group) != null) {
        return found.group(group);
      }
    }
    return "";
  }

  private Secrets() {}
}
