package app.vouch.incentive;

/** What can happen to a reward. Callers may ask for those of {@link RewardDecision}. */
public enum RewardAction {
  /** The first step of each reward; it has no row in the table. */
  GRANT("granted"),
  APPROVE("approved"),
  DENY("denied"),
  EXPIRE("expired"),
  REVERSE("reversed"),
  HOLD("held"),
  RELEASE("released"),
  MATURE("made_available"),
  PAY("paid"),
  FULFIL("fulfilled"),
  RETURN("returned"),
  ADJUST("adjusted");

  private final String verb;

  RewardAction(String verb) {
    this.verb = verb;
  }

  String eventType() {
    return "reward." + verb;
  }
}
