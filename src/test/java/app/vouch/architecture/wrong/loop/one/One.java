package app.vouch.architecture.wrong.loop.one;

import app.vouch.architecture.wrong.loop.two.Two;

/** Half of a cycle. */
public class One {
  final Class<Two> other = Two.class;
}
