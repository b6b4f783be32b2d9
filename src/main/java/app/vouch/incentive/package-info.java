/** Rewards and payouts: what a program version grants, and how it is settled. */
@NullMarked
package app.vouch.incentive;

import org.jspecify.annotations.NullMarked;
