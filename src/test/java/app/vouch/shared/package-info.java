@NullMarked
package app.vouch.shared;

import org.jspecify.annotations.NullMarked;
