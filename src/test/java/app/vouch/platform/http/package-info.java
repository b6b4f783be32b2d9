/** Tests of the way into and out of REST. */
@NullMarked
package app.vouch.platform.http;

import org.jspecify.annotations.NullMarked;
