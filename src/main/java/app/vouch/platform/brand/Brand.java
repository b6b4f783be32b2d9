package app.vouch.platform.brand;

import app.vouch.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant shows itself, complete.
 *
 * @param color {@code #rrggbb}, readable on white
 * @param logoUrl https
 * @param defaultLanguage for those who ask for none of ours
 * @param privacyNoticeUrl https
 */
public record Brand(
    String name,
    String color,
    @Nullable String logoUrl,
    Language defaultLanguage,
    @Nullable String privacyNoticeUrl) {

  /** Where the logo comes from, for the page's policy: {@code https://host[:port]}. */
  public @Nullable String logoOrigin() {
    return logoUrl == null ? null : HttpsUrl.origin(logoUrl);
  }
}
