/** Tenants, their realms and keys, and who is in scope. */
@NullMarked
package app.vouch.platform.tenant;

import org.jspecify.annotations.NullMarked;
