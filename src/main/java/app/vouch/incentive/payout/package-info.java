/** Payouts of many payees at once, and the files by which a bank pays them. */
@NullMarked
package app.vouch.incentive.payout;

import org.jspecify.annotations.NullMarked;
