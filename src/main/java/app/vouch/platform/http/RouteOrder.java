package app.vouch.platform.http;

/**
 * The order of what runs before a resource. The request id comes first (-400), Quarkus signs in at
 * -200 and checks permissions at -100; resources follow from 0.
 */
public final class RouteOrder {
  public static final int SECURITY_HEADERS = -390;

  /** Before the permission check and the framework's own handler of WebSockets at -99. */
  public static final int GRAPHQL_METHOD = -110;

  public static final int RATE_LIMIT = -60;

  /** Before the framework's own check at -2, whose answer has no body. */
  static final int BODY_SIZE = -55;

  public static final int GRAPHQL_GUARD = -50;
  static final int UNKNOWN_PATH = Integer.MAX_VALUE - 1;

  private RouteOrder() {}
}
