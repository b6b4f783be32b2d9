/** Accounts of payees. */
@NullMarked
package app.vouch.incentive.payee;

import org.jspecify.annotations.NullMarked;
