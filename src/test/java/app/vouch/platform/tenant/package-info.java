@NullMarked
package app.vouch.platform.tenant;

import org.jspecify.annotations.NullMarked;
