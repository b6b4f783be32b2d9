/** Double-entry books: accounts, entries, balances. Knows nothing of what is booked. */
@NullMarked
package app.vouch.incentive.ledger;

import org.jspecify.annotations.NullMarked;
