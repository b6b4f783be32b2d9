package app.vouch.introduction;

/** What can happen to an introduction. Callers may ask for those of {@link CallerAction}. */
public enum IntroductionAction {
  /** The first step of each introduction; it has no row in the table. */
  REQUEST("requested"),
  CONNECTOR_ACCEPT("connector_accepted"),
  CONNECTOR_DECLINE("connector_declined"),
  ASK_PROSPECT("prospect_asked"),
  PROSPECT_ACCEPT("agreed"),
  PROSPECT_DECLINE("prospect_declined"),
  DEFER("deferred"),
  RESUME_CONNECTOR("resumed"),
  RESUME_PROSPECT("resumed"),
  INTRODUCE("introduced"),
  RECORD_REPLY("replied"),
  RECORD_MEETING("met"),
  CLOSE("closed"),
  EXPIRE("expired"),
  WITHDRAW("withdrawn"),
  CANCEL("cancelled");

  private final String verb;

  IntroductionAction(String verb) {
    this.verb = verb;
  }

  /** The type of the event that says that it happened, such as {@code introduction.agreed}. */
  public String eventType() {
    return "introduction." + verb;
  }
}
