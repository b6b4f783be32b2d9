/** Referrals: who was sent to us by whom, what was decided, and what came of it. */
@NullMarked
package app.vouch.referral;

import org.jspecify.annotations.NullMarked;
