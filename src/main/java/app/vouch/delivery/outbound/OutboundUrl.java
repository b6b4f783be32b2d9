package app.vouch.delivery.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A URL that may be asked, by its form.
 *
 * @param host without brackets
 * @param authority as it goes into {@code Host}
 * @param target path and query, as they go into the request line
 */
record OutboundUrl(boolean tls, String host, int port, String authority, String target) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int HIGHEST_PORT = 65_535;

  /**
   * @throws AddressRefused when it is no absolute http or https URL, or carries user info, a
   *     fragment or a scope id
   */
  static OutboundUrl parse(String text) {
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new AddressRefused("the URL must start with https://");
    }
    if (uri.getHost() == null || uri.getHost().isEmpty()) {
      throw new AddressRefused("the URL has no host that DNS could know (write it in ASCII)");
    }
    if (uri.getRawUserInfo() != null) {
      throw new AddressRefused("the URL must not carry a user name or password");
    }
    if (uri.getRawFragment() != null) {
      throw new AddressRefused("the URL must not have a fragment (#…)");
    }
    String host = uri.getHost().replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
    if (host.indexOf('%') >= 0) {
      throw new AddressRefused("the URL's address must not have a scope id");
    }
    boolean tls = scheme.equals("https");
    int standard = tls ? HTTPS_PORT : HTTP_PORT;
    int port = uri.getPort() < 0 ? standard : uri.getPort();
    if (port < 1 || port > HIGHEST_PORT) {
      throw new AddressRefused("the URL's port must be from 1 to 65535");
    }
    return new OutboundUrl(tls, host, port, authority(host, port, standard), target(uri));
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new AddressRefused("the URL cannot be read: " + e.getReason());
    }
  }

  private static String authority(String host, int port, int standard) {
    String name = host.indexOf(':') >= 0 ? '[' + host + ']' : host;
    return port == standard ? name : name + ':' + port;
  }

  private static String target(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
  }

  boolean isLiteral() {
    return AddressBlock.isLiteral(host);
  }
}
