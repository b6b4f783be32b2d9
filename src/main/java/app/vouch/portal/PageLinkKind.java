package app.vouch.portal;

/** What a referrer's link opens. */
public enum PageLinkKind {
  /** The form to refer somebody. */
  FORM("/f/"),
  /** How the referrer's referrals and rewards stand. */
  STATUS("/s/");

  private final String path;

  PageLinkKind(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }
}
