@NullMarked
package app.vouch.deal;

import org.jspecify.annotations.NullMarked;
