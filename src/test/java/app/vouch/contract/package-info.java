/** REST and GraphQL do what their documents say, and the same. */
@NullMarked
package app.vouch.contract;

import org.jspecify.annotations.NullMarked;
