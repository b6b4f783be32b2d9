/**
 * Proof that the books are what they were: a hash chain over the entries, its signed heads, and a
 * verification that recomputes everything from the rows alone.
 */
@NullMarked
package app.vouch.incentive.proof;

import org.jspecify.annotations.NullMarked;
