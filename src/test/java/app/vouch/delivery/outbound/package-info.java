@NullMarked
package app.vouch.delivery.outbound;

import org.jspecify.annotations.NullMarked;
