@NullMarked
package app.vouch.directory;

import org.jspecify.annotations.NullMarked;
