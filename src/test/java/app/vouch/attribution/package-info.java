@NullMarked
package app.vouch.attribution;

import org.jspecify.annotations.NullMarked;
