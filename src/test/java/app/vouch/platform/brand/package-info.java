@NullMarked
package app.vouch.platform.brand;

import org.jspecify.annotations.NullMarked;
