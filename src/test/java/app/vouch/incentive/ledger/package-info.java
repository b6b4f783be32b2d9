/** The books, in memory and on a database. */
@NullMarked
package app.vouch.incentive.ledger;

import org.jspecify.annotations.NullMarked;
