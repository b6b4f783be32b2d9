package app.vouch.program;

/** What moves a referrer. */
public enum ReferrerAction {
  /** The first step; enrolling again changes no state. */
  ENROL,
  PAUSE,
  RESUME,
  REMOVE
}
