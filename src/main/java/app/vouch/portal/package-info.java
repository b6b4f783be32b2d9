/** What referrers see without signing in: the form to refer somebody, and how it stands. */
@NullMarked
package app.vouch.portal;

import org.jspecify.annotations.NullMarked;
