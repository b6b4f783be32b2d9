/** Rewards and payouts, as tables, as arithmetic, and over the API. */
@NullMarked
package app.vouch.incentive;

import org.jspecify.annotations.NullMarked;
