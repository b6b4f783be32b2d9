package app.vouch.architecture.wrong;

/** Nobody publishes it. */
enum EventType {
  REFERRAL_FORGOTTEN
}
