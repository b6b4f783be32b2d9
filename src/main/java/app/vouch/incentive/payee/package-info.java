/** Where payees are paid: account details, sealed under the tenant's key. */
@NullMarked
package app.vouch.incentive.payee;

import org.jspecify.annotations.NullMarked;
