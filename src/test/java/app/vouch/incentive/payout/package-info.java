/** Files of payments. */
@NullMarked
package app.vouch.incentive.payout;

import org.jspecify.annotations.NullMarked;
