@NullMarked
package app.vouch.platform.work;

import org.jspecify.annotations.NullMarked;
