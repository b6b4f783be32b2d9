/** The rules of the code's shape, each with a fixture that breaks it. */
@NullMarked
package app.vouch.architecture;

import org.jspecify.annotations.NullMarked;
