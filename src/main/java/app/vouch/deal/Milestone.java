package app.vouch.deal;

/** What a CRM's stage means to Vouch; the stage itself is free text. */
public enum Milestone {
  NONE,
  CONTACTED,
  MEETING,
  QUALIFIED,
  WON,
  LOST;

  public DealStatus status() {
    return switch (this) {
      case NONE, CONTACTED, MEETING, QUALIFIED -> DealStatus.OPEN;
      case WON -> DealStatus.WON;
      case LOST -> DealStatus.LOST;
    };
  }
}
