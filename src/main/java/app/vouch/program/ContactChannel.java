package app.vouch.program;

/** How somebody would like to be contacted. */
public enum ContactChannel {
  EMAIL,
  PHONE,
  CHAT,
  MEETING
}
