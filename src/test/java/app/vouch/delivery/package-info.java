@NullMarked
package app.vouch.delivery;

import org.jspecify.annotations.NullMarked;
