@NullMarked
package app.vouch.delivery.dispatch;

import org.jspecify.annotations.NullMarked;
