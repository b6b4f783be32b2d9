/** The way into and out of REST: request ids, problems, limits, pages. */
@NullMarked
package app.vouch.platform.http;

import org.jspecify.annotations.NullMarked;
