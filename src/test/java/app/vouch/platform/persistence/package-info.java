@NullMarked
package app.vouch.platform.persistence;

import org.jspecify.annotations.NullMarked;
