package app.vouch.program;

/** What can be removed from a draft, so that it has its default again. */
public enum ProgramVersionField {
  EFFECTIVE_FROM("effectiveFrom"),
  CURRENCY("currency"),
  TIME_ZONE("timeZone"),
  CALENDAR_ID("calendarId"),
  FAMILY("family"),
  CAPTURE("capture"),
  CLAIMS("claims"),
  INTRODUCTIONS("introductions"),
  SLA("sla"),
  ATTRIBUTION("attribution"),
  REWARDS("rewards"),
  GATES("gates"),
  TIERS("tiers"),
  RECOGNITION("recognition"),
  TEMPLATES("templates"),
  BRIEFS("briefs"),
  TERMS("terms");

  private final String member;

  ProgramVersionField(String member) {
    this.member = member;
  }

  /** Its name in JSON. */
  String member() {
    return member;
  }
}
