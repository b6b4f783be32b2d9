package app.vouch.delivery;

/** What share of the engine a waiting delivery has. */
public enum Band {
  /** It was not tried yet. */
  FIRST,
  /** It failed before, or somebody wants it again. */
  RETRY,
  /** It was held while its endpoint was off. */
  RECOVERY,
  /** One of those that are held, to see whether the endpoint is well again. */
  PROBE
}
