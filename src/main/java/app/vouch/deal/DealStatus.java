package app.vouch.deal;

/** How a deal stands; it follows from the milestone. */
public enum DealStatus {
  OPEN,
  WON,
  LOST
}
