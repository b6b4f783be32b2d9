/** How a tenant shows itself on hosted pages and in messages. */
@NullMarked
package app.vouch.platform.brand;

import org.jspecify.annotations.NullMarked;
