package app.vouch.incentive;

/** What can happen to a payout. Callers may ask for those of {@link PayoutStep}. */
public enum PayoutAction {
  /** The first step of each payout; it has no row in the table. */
  CREATE("created"),
  APPROVE("approved"),
  CANCEL("cancelled"),
  SEND("sent"),
  SETTLE("settled"),
  FAIL("failed"),
  RETURN("returned");

  private final String verb;

  PayoutAction(String verb) {
    this.verb = verb;
  }

  String eventType() {
    return "payout." + verb;
  }
}
