package app.vouch.platform.page;

import app.vouch.platform.brand.Brand;
import app.vouch.shared.Language;
import app.vouch.shared.Sha256;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page's content: language and brand.
 *
 * @param brand null on pages that belong to nobody
 * @param repeatable whether the same address shows this page again, so that it can be had in
 *     another language
 */
public record PageFrame(Language language, @Nullable Brand brand, boolean repeatable) {

  /** A page that a GET shows. */
  public static PageFrame of(Visitor visitor, Brand brand) {
    return new PageFrame(visitor.language(brand), brand, true);
  }

  /** What a form's answer shows. */
  public PageFrame once() {
    return new PageFrame(language, brand, false);
  }

  /** One of the languages to choose from. */
  public record Choice(String tag, String name, boolean current) {}

  public List<Choice> languages() {
    return Arrays.stream(Language.values())
        .map(each -> new Choice(each.tag(), each.ownName(), each == language))
        .toList();
  }

  /** The query that keeps the language, for forms and links. */
  public String query() {
    return "?lang=" + language.tag();
  }

  /** A day in the reader's language, such as {@code 22. November 2026}. */
  public String day(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(moment.atZone(zone));
  }

  /** The style that the brand adds. */
  public @Nullable String style() {
    return brand == null ? null : ":root{--brand:" + brand.color() + "}";
  }

  /** What the page may load, and where its form may go. */
  String policy() {
    String style = style();
    String logo = brand == null ? null : brand.logoOrigin();
    return "default-src 'none'; style-src 'self'"
        + (style == null ? "" : " 'sha256-" + sha256(style) + "'")
        + (logo == null ? "" : "; img-src " + logo)
        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  private static String sha256(String text) {
    return Base64.getEncoder().encodeToString(Sha256.of(text));
  }
}
