package app.vouch.platform.brand;

/** What of a branding can be removed, so that it has its default again. */
public enum BrandingField {
  NAME("name"),
  COLOR("color"),
  LOGO_URL("logoUrl"),
  DEFAULT_LANGUAGE("defaultLanguage"),
  PRIVACY_NOTICE_URL("privacyNoticeUrl");

  private final String member;

  BrandingField(String member) {
    this.member = member;
  }

  /** Its name in JSON. */
  String member() {
    return member;
  }
}
