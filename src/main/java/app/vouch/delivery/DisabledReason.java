package app.vouch.delivery;

import org.jspecify.annotations.Nullable;

/** Why an endpoint is disabled. */
public enum DisabledReason {
  /** The caller wanted it. */
  REQUESTED,
  /** The receiver answered 410. */
  GONE,
  /** Attempts failed for days. */
  FAILING,
  /** The receiver refused the credentials for days. */
  CREDENTIALS;

  static DisabledReason of(@Nullable HeldReason reason) {
    return reason == HeldReason.CREDENTIALS ? CREDENTIALS : FAILING;
  }
}
