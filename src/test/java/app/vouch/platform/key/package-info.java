@NullMarked
package app.vouch.platform.key;

import org.jspecify.annotations.NullMarked;
