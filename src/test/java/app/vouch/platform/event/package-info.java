@NullMarked
package app.vouch.platform.event;

import org.jspecify.annotations.NullMarked;
