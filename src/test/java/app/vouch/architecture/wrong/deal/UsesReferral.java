package app.vouch.architecture.wrong.deal;

import app.vouch.architecture.wrong.referral.ToTheRight;

/** Looks to the right. */
class UsesReferral {
  final ToTheRight right = new ToTheRight();
}
