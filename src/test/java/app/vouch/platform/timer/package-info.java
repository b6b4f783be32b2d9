@NullMarked
package app.vouch.platform.timer;

import org.jspecify.annotations.NullMarked;
