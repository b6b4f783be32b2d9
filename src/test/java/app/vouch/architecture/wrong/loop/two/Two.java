package app.vouch.architecture.wrong.loop.two;

import app.vouch.architecture.wrong.loop.one.One;

/** The other half. */
public class Two {
  final Class<One> other = One.class;
}
