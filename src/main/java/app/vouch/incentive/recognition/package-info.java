/** Tiers that referrers reach by what was won of their referrals, and who leads. */
@NullMarked
package app.vouch.incentive.recognition;

import org.jspecify.annotations.NullMarked;
