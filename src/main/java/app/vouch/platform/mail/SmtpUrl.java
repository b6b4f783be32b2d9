package app.vouch.platform.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail server: {@code smtp://user:password@host:port} or {@code smtps://…}, with {@code
 * ?starttls=off} where a server beyond this machine is to be spoken to without encryption.
 *
 * @param user null where the server wants none
 */
public record SmtpUrl(
    String host, int port, Security security, @Nullable String user, @Nullable String password) {
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;
  private static final String NO_ENCRYPTION = "starttls=off";

  /** How the connection is kept from being read. */
  public enum Security {
    /** From the first byte. */
    TLS,
    /** Before anything is said; a server that cannot is refused. */
    STARTTLS,
    NONE
  }

  /**
   * @throws IllegalArgumentException saying what is wrong, without the password
   */
  public static SmtpUrl parse(String text) {
    URI url = url(text);
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean tls = scheme.equals("smtps");
    if (!tls && !scheme.equals("smtp")) {
      throw fault("must begin with smtp:// or smtps://");
    }
    String host = url.getHost();
    if (host == null || host.isBlank()) {
      throw fault("names no host");
    }
    String path = url.getRawPath();
    if (url.getRawFragment() != null || (path != null && !path.isEmpty() && !path.equals("/"))) {
      throw fault("must end after the host and its port");
    }
    String query = url.getRawQuery();
    if (query != null && (tls || !query.equals(NO_ENCRYPTION))) {
      throw fault("has parameters that are not known; smtp:// takes ?" + NO_ENCRYPTION);
    }
    Security security =
        tls ? Security.TLS : query != null || isLoopback(host) ? Security.NONE : Security.STARTTLS;
    int port = url.getPort() >= 0 ? url.getPort() : tls ? SUBMISSIONS : SUBMISSION;
    return account(url, new SmtpUrl(bare(host), port, security, null, null));
  }

  private static SmtpUrl account(URI url, SmtpUrl server) {
    String account = url.getRawUserInfo();
    if (account == null) {
      return server;
    }
    int colon = account.indexOf(':');
    if (colon <= 0 || colon == account.length() - 1) {
      throw fault("must name user and password, or neither");
    }
    return new SmtpUrl(
        server.host,
        server.port,
        server.security,
        decoded(account.substring(0, colon)),
        decoded(account.substring(colon + 1)));
  }

  private static URI url(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      throw fault("is no URL; percent-encode what is special in user and password");
    }
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw fault("has a percent sign that encodes nothing in user or password");
    }
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.[0-9]{1,3}){3}");
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static IllegalArgumentException fault(String what) {
    return new IllegalArgumentException(
        "VOUCH_SMTP_URL %s; it must be like smtp://user:password@mail.example:587".formatted(what));
  }

  /** Without user and password. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
