@NullMarked
package app.vouch.portal;

import org.jspecify.annotations.NullMarked;
