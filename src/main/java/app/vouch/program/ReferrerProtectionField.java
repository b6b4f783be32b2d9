package app.vouch.program;

/** What can be removed from a referrer's protection, so that the program's rule counts again. */
public enum ReferrerProtectionField {
  ASKS_PER_90_DAYS("asksPer90Days"),
  COOL_DOWN("coolDown"),
  DEAL_FLOOR("dealFloor"),
  NO_GO_ORGANIZATIONS("noGoOrganizations"),
  PAUSED_UNTIL("pausedUntil"),
  PREFERRED_CHANNEL("preferredChannel");

  private final String member;

  ReferrerProtectionField(String member) {
    this.member = member;
  }

  /** Its name in JSON. */
  String member() {
    return member;
  }
}
