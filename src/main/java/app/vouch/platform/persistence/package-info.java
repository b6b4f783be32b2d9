/** How entities meet both databases: the dialect, the tenant filter, converters. */
@NullMarked
package app.vouch.platform.persistence;

import org.jspecify.annotations.NullMarked;
