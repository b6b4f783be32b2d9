/** Where records live in other systems. */
@NullMarked
package app.vouch.platform.reference;

import org.jspecify.annotations.NullMarked;
