@NullMarked
package app.vouch.program;

import org.jspecify.annotations.NullMarked;
