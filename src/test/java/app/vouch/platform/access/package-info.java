@NullMarked
package app.vouch.platform.access;

import org.jspecify.annotations.NullMarked;
