package app.vouch.platform.access;

/** Says whether somebody who signed in a while ago may still call. Asks the database. */
@FunctionalInterface
public interface Callers {
  /** False once their key was revoked, or is over. */
  boolean isWelcome(Caller caller);
}
