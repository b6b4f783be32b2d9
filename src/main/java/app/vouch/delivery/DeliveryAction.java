package app.vouch.delivery;

/** What happens to a delivery once it is scheduled. */
public enum DeliveryAction {
  CLAIM,
  SUCCEED,
  RETRY,
  EXHAUST,
  HOLD,
  RELEASE,
  LEASE_LOST,
  RESEND
}
