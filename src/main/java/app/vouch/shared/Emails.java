package app.vouch.shared;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** E-mail addresses: which are plausible, when two are the same, and which domains say nothing. */
public final class Emails {
  /**
   * What the API accepts: one @, a dot in the domain, no blanks; the mail server has the last word.
   */
  public static final String PATTERN =
      "[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]{1,190}\\.[^@\\s.,;<>\"]{2,63}";

  private static final String MASK = "[…]";
  private static final Pattern ADDRESS = Pattern.compile(PATTERN);
  private static final Set<String> FREE_MAIL =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "msn.com",
          "yahoo.com",
          "ymail.com",
          "icloud.com",
          "me.com",
          "aol.com",
          "gmx.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "mail.com",
          "proton.me",
          "protonmail.com",
          "zoho.com",
          "yandex.com",
          "qq.com",
          "163.com",
          "t-online.de",
          "orange.fr",
          "free.fr",
          "libero.it");

  public static boolean plausible(String address) {
    return ADDRESS.matcher(address.strip()).matches();
  }

  /**
   * Two addresses with the same normal form reach the same person: lower case; at Gmail dots and
   * plus-tags do not count, and googlemail.com is gmail.com. Elsewhere a tag is kept.
   */
  public static String normalise(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    int at = lower.lastIndexOf('@');
    String local = lower.substring(0, at);
    String domain = lower.substring(at + 1);
    if (domain.equals("gmail.com") || domain.equals("googlemail.com")) {
      int plus = local.indexOf('+');
      return (plus < 0 ? local : local.substring(0, plus)).replace(".", "") + "@gmail.com";
    }
    return local + '@' + domain;
  }

  /** A text in which the address does not stand any more, as it was given or in its normal form. */
  public static String masked(String text, String address) {
    String masked = text;
    for (String form : List.of(address.strip(), normalise(address))) {
      masked =
          Pattern.compile(form, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
              .matcher(masked)
              .replaceAll(MASK);
    }
    return masked;
  }

  public static String domain(String address) {
    return address.strip().toLowerCase(Locale.ROOT).substring(address.strip().lastIndexOf('@') + 1);
  }

  /** Whether a domain belongs to a mail provider, so that it names no organization. */
  public static boolean isFreeMail(String domain) {
    return FREE_MAIL.contains(domain.toLowerCase(Locale.ROOT));
  }

  private Emails() {}
}
