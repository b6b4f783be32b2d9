package app.vouch.platform.http;

/** What callers without credentials are told. */
public final class ApiKeyHint {
  public static final String TEXT =
      "Send Authorization: Bearer <API key or token>; the key must exist, and be neither expired nor revoked";

  private ApiKeyHint() {}
}
