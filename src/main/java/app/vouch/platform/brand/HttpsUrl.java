package app.vouch.platform.brand;

import java.util.Locale;

/** Addresses that pages may name: https, without a user, and safe in headers and attributes. */
final class HttpsUrl {
  static final String PATTERN =
      "https://[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:[0-9]{1,5})?([/?#][^\\s\"'<>\\\\;,]*)?";

  static final String MESSAGE = "must be an https URL such as https://example.com/logo.svg";

  /** {@code https://host[:port]} of a URL that matches the pattern. */
  static String origin(String url) {
    int host = "https://".length();
    int end = host;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private HttpsUrl() {}
}
