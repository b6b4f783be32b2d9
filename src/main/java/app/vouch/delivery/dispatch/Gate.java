package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;

/** What an endpoint lets through. */
enum Gate {
  OPEN,
  /** Attempts failed in a row: only a probe goes. */
  PROBED,
  /** The endpoint is paused or disabled. */
  SHUT;

  boolean lets(Band band) {
    return this == OPEN || (this == PROBED && band == Band.PROBE);
  }

  static Gate of(boolean enabled, boolean held) {
    return !enabled ? SHUT : held ? PROBED : OPEN;
  }
}
