package app.vouch.platform.work;

/** A view with an id of its own. */
public interface Identified {
  /** TypeID. */
  String id();
}
