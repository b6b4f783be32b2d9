@NullMarked
package app.vouch.platform.page;

import org.jspecify.annotations.NullMarked;
