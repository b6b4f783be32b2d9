package app.vouch.attribution;

/** What became of a touchpoint in an attribution. */
public enum TouchpointVerdict {
  /** It counts, and the model gives it a share. */
  CREDITED("counts, and the model gives it a share"),
  /** It counts, but the model gives it nothing. */
  WITHOUT_SHARE("counts, but the model gives everything to others"),
  BEFORE_LOOK_BACK("left out: it is older than the look-back window"),
  AFTER_CLOSE("left out: it is later than the day on which the deal was won"),
  SOURCE_NOT_COUNTED("left out: the program does not count this source"),
  REFERRAL_NOT_LIVE(
      "left out: its referral is rejected, withdrawn, expired, a duplicate or not decided");

  private final String words;

  TouchpointVerdict(String words) {
    this.words = words;
  }

  boolean counts() {
    return this == CREDITED || this == WITHOUT_SHARE;
  }

  String words() {
    return words;
  }
}
