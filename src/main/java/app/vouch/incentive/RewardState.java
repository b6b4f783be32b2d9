package app.vouch.incentive;

/** Where a reward stands; the table is {@link RewardLifecycle}. */
public enum RewardState {
  /** Not approved yet; its reasons say why. */
  PENDING,
  /** Approved; its hold days are not over. */
  APPROVED,
  /** Can be paid. */
  AVAILABLE,
  PAID,
  /** Given, where it is no money. */
  FULFILLED,
  /** Approved, then stopped. */
  HELD,
  DENIED,
  /** Its cause is gone. */
  REVERSED,
  EXPIRED;

  /** Whether it could be paid once, and was not taken back since. */
  boolean wasAvailable() {
    return switch (this) {
      case AVAILABLE, PAID, FULFILLED -> true;
      case PENDING, APPROVED, HELD, DENIED, REVERSED, EXPIRED -> false;
    };
  }

  /** Whether the payee has it. */
  boolean isKept() {
    return this == PAID || this == FULFILLED;
  }

  /** Whether it still is a promise, or was kept. */
  boolean stands() {
    return switch (this) {
      case PENDING, APPROVED, AVAILABLE, PAID, FULFILLED, HELD -> true;
      case DENIED, REVERSED, EXPIRED -> false;
    };
  }
}
