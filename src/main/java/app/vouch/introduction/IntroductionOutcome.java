package app.vouch.introduction;

/** What came of an introduction. */
public enum IntroductionOutcome {
  WORKED,
  NO_ANSWER,
  NOT_RELEVANT,
  OTHER
}
