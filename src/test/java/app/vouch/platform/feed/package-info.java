@NullMarked
package app.vouch.platform.feed;

import org.jspecify.annotations.NullMarked;
