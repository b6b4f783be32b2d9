package app.vouch.platform.work;

/** A view that shows a secret once. What is stored for a replay is the view without it. */
public interface WithSecret<V> {
  V withheld();
}
