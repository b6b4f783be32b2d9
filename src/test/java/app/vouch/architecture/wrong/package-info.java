/** Code that breaks each rule on purpose. */
@NullMarked
package app.vouch.architecture.wrong;

import org.jspecify.annotations.NullMarked;
