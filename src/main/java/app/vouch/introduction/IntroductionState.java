package app.vouch.introduction;

/** Where an introduction stands; the table is {@link IntroductionLifecycle}. */
public enum IntroductionState {
  /** The connector is asked. */
  REQUESTED,
  /** The connector agreed; the prospect is not asked yet. */
  CONNECTOR_ACCEPTED,
  PROSPECT_ASKED,
  /** Both agreed; the introduction can be sent. */
  MUTUAL,
  INTRODUCED,
  REPLIED,
  MET,
  CLOSED,
  CONNECTOR_DECLINED,
  PROSPECT_DECLINED,
  /** A party said "not now"; it comes back by itself. */
  DEFERRED,
  EXPIRED,
  /** A party took a given consent back. */
  WITHDRAWN,
  CANCELLED;

  /** Whether a party still has to answer, so that nobody else writes to the prospect. */
  public boolean asks() {
    return isOpen() && this != MUTUAL;
  }

  /** Whether the introduction is still on its way, so that nobody is asked a second time. */
  public boolean isOpen() {
    return switch (this) {
      case REQUESTED, CONNECTOR_ACCEPTED, PROSPECT_ASKED, MUTUAL, DEFERRED -> true;
      case INTRODUCED,
          REPLIED,
          MET,
          CLOSED,
          CONNECTOR_DECLINED,
          PROSPECT_DECLINED,
          EXPIRED,
          WITHDRAWN,
          CANCELLED ->
          false;
    };
  }

  /** Whether the two were introduced. */
  public boolean isMade() {
    return switch (this) {
      case INTRODUCED, REPLIED, MET, CLOSED -> true;
      case REQUESTED,
          CONNECTOR_ACCEPTED,
          PROSPECT_ASKED,
          MUTUAL,
          CONNECTOR_DECLINED,
          PROSPECT_DECLINED,
          DEFERRED,
          EXPIRED,
          WITHDRAWN,
          CANCELLED ->
          false;
    };
  }
}
