@NullMarked
package app.vouch.platform.stream;

import org.jspecify.annotations.NullMarked;
