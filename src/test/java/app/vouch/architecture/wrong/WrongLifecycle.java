package app.vouch.architecture.wrong;

/** Not pure. */
class WrongLifecycle {
  final WrongRepository rows = new WrongRepository();
}
