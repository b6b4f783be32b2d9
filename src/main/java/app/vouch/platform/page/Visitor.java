package app.vouch.platform.page;

import app.vouch.platform.brand.Brand;
import app.vouch.shared.Language;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a public page, and from where.
 *
 * @param language what the link or the browser asks for; null when it is none of ours
 */
public record Visitor(
    @Nullable String remoteAddress, @Nullable String userAgent, @Nullable Language language) {
  private static final int ADDRESS_LENGTH = 45;
  private static final int AGENT_LENGTH = 400;

  public Visitor {
    remoteAddress = cut(remoteAddress, ADDRESS_LENGTH);
    userAgent = cut(userAgent, AGENT_LENGTH);
  }

  static Visitor of(RoutingContext http) {
    return new Visitor(
        http.request().remoteAddress().hostAddress(),
        http.request().getHeader("User-Agent"),
        Language.ofTag(http.request().getParam("lang"))
            .or(() -> Language.accepted(http.request().getHeader("Accept-Language")))
            .orElse(null));
  }

  /** The language in which this tenant's pages are shown to them. */
  public Language language(Brand brand) {
    return language == null ? brand.defaultLanguage() : language;
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
