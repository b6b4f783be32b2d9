package app.vouch.referral;

/** What can happen to a referral. Callers may ask for those of {@link CallerAction}. */
public enum ReferralAction {
  /** The first step of each referral; it has no row in the table. */
  CAPTURE("captured"),
  ACCEPT("accepted"),
  MARK_DUPLICATE("marked_duplicate"),
  REJECT("rejected"),
  CONTACT("contacted"),
  BOOK_MEETING("meeting_booked"),
  QUALIFY("qualified"),
  WIN("won"),
  LOSE("lost"),
  REOPEN("reopened"),
  EXPIRE("expired"),
  REVIVE("revived"),
  REINSTATE("reinstated"),
  WITHDRAW("withdrawn");

  private final String verb;

  ReferralAction(String verb) {
    this.verb = verb;
  }

  /** The type of the event that says that it happened, such as {@code referral.won}. */
  public String eventType() {
    return "referral." + verb;
  }
}
