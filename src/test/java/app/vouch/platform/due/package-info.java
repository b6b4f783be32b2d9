@NullMarked
package app.vouch.platform.due;

import org.jspecify.annotations.NullMarked;
