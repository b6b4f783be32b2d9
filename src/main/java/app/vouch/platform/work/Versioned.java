package app.vouch.platform.work;

/** A view of one row with a version: REST sends it as ETag. */
public interface Versioned extends Identified {
  /** Rises with every change of the row, from 1. */
  int version();
}
