package app.vouch.delivery.dispatch;

import java.util.Locale;

/** What follows from an attempt. */
enum Verdict {
  DELIVERED,
  RETRIED,
  DEAD,
  /** The receiver said 410: it is put back, and held because the endpoint is disabled. */
  GONE;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
