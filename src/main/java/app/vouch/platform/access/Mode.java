package app.vouch.platform.access;

/** A tenant has two realms: one for real, one to try things in. */
public enum Mode {
  LIVE,
  TEST
}
